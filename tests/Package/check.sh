#!/usr/bin/env bash
# Packs NetGen and uses the package as a stranger would: a program outside the repository that references it and nothing else.
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet pack "$repository/src/NetGen" -c Release --output "$work/packages" -p:Version=0.0.1-check --nologo --verbosity quiet

mkdir "$work/app"
cat > "$work/app/nuget.config" <<XML
<configuration>
  <config><add key="globalPackagesFolder" value="$work/cache" /></config>
  <packageSources><clear /><add key="packed" value="$work/packages" /></packageSources>
</configuration>
XML
cat > "$work/app/app.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
  </PropertyGroup>
  <ItemGroup><PackageReference Include="NetGen" Version="0.0.1-check" /></ItemGroup>
</Project>
XML
cat > "$work/app/Program.cs" <<'CS'
using System;
using NetGen;

var network = new Sum();
network.Parameters["sum.weight"].CopyFrom<float>([1, 1]);
Span<float> output = stackalloc float[1];
network.Predict([3, 4], output);
Console.WriteLine($"3 + 4 = {output[0]}");

[Network, Input(2), Dense(1, Bias = false, Name = "sum"), SquaredError]
internal sealed partial class Sum;
CS
answer=$(cd "$work/app" && dotnet run -c Release | tee /dev/stderr | tail -n 1)
[ "$answer" = "3 + 4 = 7" ]
