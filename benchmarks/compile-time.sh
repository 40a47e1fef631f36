#!/usr/bin/env bash
# Prints how large the generated source of two networks is, and what it adds to the compile time of an empty project.
#
#   benchmarks/compile-time.sh [ROUNDS]
#
# An empty project, one with the network of CIFAR and one with a residual network of 20 units are built by turns with the compiler's server, as a developer's builds are
# unless the environment says otherwise. It is warm after four rounds that do not count; medians are compared.
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build -c Release generator/NetGen.Generator -v q --nologo >/dev/null
dotnet build -c Release src/NetGen -v q --nologo >/dev/null

# The project NAME with the C# of the standard input.
project() {
    mkdir -p "$work/$1"
    cat >"$work/$1/Network.cs"
    cat >"$work/$1/$1.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
    <CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>
    <DefaultItemExcludes>\$(DefaultItemExcludes);generated/**</DefaultItemExcludes>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="NetGen" HintPath="$PWD/src/NetGen/bin/Release/net10.0/NetGen.dll" />
    <Analyzer Include="$PWD/generator/NetGen.Generator/bin/Release/netstandard2.0/NetGen.Generator.dll" />
  </ItemGroup>
</Project>
XML
    dotnet restore "$work/$1" -v q --nologo >/dev/null
}

project Empty <<'CS'
public sealed class Empty;
CS

project Cifar <<'CS'
using NetGen;

[Network]
[Input(3, 32, 32), Conv2D(32, 3, Padding = 1), ReLU, Conv2D(32, 3, Padding = 1), ReLU, MaxPool2D(2), Conv2D(64, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(256), ReLU, Dense(10), SoftmaxCrossEntropy]
public sealed partial class Cifar;
CS

project Residual <<'CS'
using NetGen;

[Network]
[Input(3, 32, 32), Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Block<Unit>(Repeat = 7), Block<Widening>, Block<WideUnit>(Repeat = 5), Block<LastWidening>, Block<LastUnit>(Repeat = 6)]
[GlobalAvgPool, Dense(10), SoftmaxCrossEntropy]
public sealed partial class Residual;

[Network(IsBlock = true)]
[Input(16, 32, 32), Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, Add("input"), ReLU]
public sealed class Unit;

[Network(IsBlock = true)]
[Input(16, 32, 32), Conv2D(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm(Name = "convolved")]
[Conv2D(32, 1, Stride = 2, Bias = false, From = "input"), BatchNorm, Add("convolved"), ReLU]
public sealed class Widening;

[Network(IsBlock = true)]
[Input(32, 16, 16), Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, Add("input"), ReLU]
public sealed class WideUnit;

[Network(IsBlock = true)]
[Input(32, 16, 16), Conv2D(64, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm(Name = "convolved")]
[Conv2D(64, 1, Stride = 2, Bias = false, From = "input"), BatchNorm, Add("convolved"), ReLU]
public sealed class LastWidening;

[Network(IsBlock = true)]
[Input(64, 8, 8), Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU, Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm, Add("input"), ReLU]
public sealed class LastUnit;
CS

# Milliseconds of one build of a project whose C# has just been edited.
build() {
    local start end
    touch "$work/$1/Network.cs"
    start=$(date +%s%N)
    dotnet build "$work/$1" --no-restore -v q --nologo -p:UseSharedCompilation=true >"$work/log" || { cat "$work/log" >&2; exit 1; }
    end=$(date +%s%N)
    echo $(((end - start) / 1000000))
}

median() { sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"; }

for round in $(seq -3 "$rounds"); do
    for name in Empty Cifar Residual; do
        time=$(build "$name")
        [ "$round" -le 0 ] || echo "$time" >>"$work/$name.times"
    done
done

empty=$(median "$work/Empty.times")
echo "empty project: $empty ms"
for name in Cifar Residual; do
    size=$(find "$work/$name/generated" -name "$name.g.cs" -exec stat -c %s {} +)
    with=$(median "$work/$name.times")
    echo "$name: $((size / 1000)) KB of generated source, $with ms, $((with - empty)) ms more than an empty project"
done
