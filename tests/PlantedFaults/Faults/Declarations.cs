using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in reading attributes and own methods.</summary>
internal static class Declarations
{
    private const string Folder = "generator/NetGen.Generator/Declarations/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "PenaltiesConfused",
            FaultKind.NameOfANeighbour,
            Folder + "DeclarationReader.cs",
            """Number(arguments, "L2"),""",
            """Number(arguments, "L1"),""",
            "The L2 penalty is as large as the L1 penalty.",
            Step.Of("DeclarationReaderTests")),
        new(
            "LayersInReverse",
            FaultKind.OrderReversed,
            Folder + "NetworkSymbol.cs",
            ".ThenBy(item => item.start)",
            ".ThenByDescending(item => item.start)",
            "The last attribute of a class is the first layer.",
            Step.Of("DeclarationReaderTests")),
        new(
            "BooleansInverted",
            FaultKind.FlagInverted,
            Folder + "ArgumentReader.cs",
            "bool flag => flag ? 1 : 0,",
            "bool flag => flag ? 0 : 1,",
            "Every argument that is true counts as false.",
            Step.Of("DeclarationReaderTests"),
            Step.Random(20)),
        new(
            "OverloadByNameAlone",
            FaultKind.ConditionLeftOut,
            Folder + "FunctionReader.cs",
            "candidate.IsStatic && candidate.Parameters.Length == parameters",
            "candidate.IsStatic",
            "Of several own methods of one name the first is taken, whatever parameters it has.",
            Step.Of("OwnMethodDiagnosticTests", "ExpressionReaderTests", "DeclarationReaderTests")),
        new(
            "NamedArgumentsAsWritten",
            FaultKind.ArgumentsExchanged,
            Folder + "OperationReader.cs",
            "[.. invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0).Select(",
            "[.. invocation.Arguments.Select(",
            "Arguments that a call names are taken in the order in which they are written.",
            Step.Of("ExpressionReaderTests")),
        new(
            "NumbersOfSinglePrecision",
            FaultKind.DigitsCutOff,
            Folder + "OperationReader.cs",
            "float number => new Constant(AsWritten(number)),",
            "float number => new Constant(number),",
            "In a network in double precision 0.1f is the nearest float and not 0.1.",
            Step.Of("ExpressionReaderTests")),
        new(
            "LogarithmOfAnotherBase",
            FaultKind.OperatorExchanged,
            Folder + "MathMethods.cs",
            "x => Log(x[0]) / Math.Log(2),",
            "x => Log(x[0]) * Math.Log(2),",
            "Math.Log2 of an own method is off by a factor.",
            Step.Of("MathMethodTests", "ExpressionReaderTests")),
        new(
            "BaseClassesOverlooked",
            FaultKind.NameNotQualified,
            Folder + "TypeReader.cs",
            "Bases(container).Any(part => !part.GetMembers(name).IsEmpty)",
            "!container.GetMembers(name).IsEmpty",
            "A member of a base class hides a type of ours, and emitted code names the member.",
            Step.Of("NameTests", "BaseClassTests")),
    ];
}
