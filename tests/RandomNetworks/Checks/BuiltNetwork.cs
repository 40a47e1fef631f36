using System;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Layers;
using NetGen.Generator.Planning;

namespace NetGen.RandomNetworks.Checks;

/// <summary>A network compiled and loaded, as users get it and with guards between its values.</summary>
/// <param name="Context">Where its code is loaded.</param>
/// <param name="Source">The text as users write it, compiled without what is generated.</param>
/// <param name="Model">Its graphs before any pass.</param>
/// <param name="Type">The class as users get it.</param>
/// <param name="GuardedType">The class whose values share no memory.</param>
/// <param name="GuardedPlan">Where the values of that class lie.</param>
/// <param name="IsGuardedApart">Whether that class has its samples one after the other, where that of the user has them in groups: another form of the same network.</param>
internal sealed record BuiltNetwork(
    AssemblyLoadContext Context, Compilation Source, NetworkModel Model, Type Type, Type GuardedType, NetworkPlan GuardedPlan, bool IsGuardedApart) : IDisposable
{
    public INetwork Create() => (INetwork)Activator.CreateInstance(Type, 1)!;

    public INetwork CreateGuarded() => (INetwork)Activator.CreateInstance(GuardedType, 1)!;

    public void Dispose() => Context.Unload();
}
