namespace NetGen.Generator.Diagnostics;

/// <summary>The ids of all diagnostics. NG00xx: the class; NG01xx: shapes and names; NG02xx: arguments; NG03xx: own methods; NG09xx: warnings and notes.</summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "NG0001";
    public const string Generic = "NG0002";
    public const string SpreadOverParts = "NG0003";
    public const string NoInput = "NG0004";
    public const string NoLayer = "NG0005";
    public const string NotAClass = "NG0006";
    public const string ContainerNotPartial = "NG0007";
    public const string MemberExists = "NG0008";
    public const string ConstructorAlone = "NG0009";
    public const string UnknownName = "NG0101";
    public const string ReshapeMismatch = "NG0102";
    public const string LaterName = "NG0103";
    public const string DuplicateName = "NG0104";
    public const string ShapesDiffer = "NG0105";
    public const string RankMismatch = "NG0106";
    public const string TiedShapeMismatch = "NG0107";
    public const string TooLarge = "NG0108";
    public const string LossDoesNotFit = "NG0109";
    public const string NothingBefore = "NG0110";
    public const string NoGradient = "NG0111";
    public const string TargetsDiffer = "NG0112";
    public const string UnknownLayer = "NG0113";
    public const string NothingToShare = "NG0114";
    public const string NoValue = "NG0115";
    public const string WindowTooLarge = "NG0116";
    public const string NothingLeft = "NG0117";
    public const string GroupsDoNotDivide = "NG0118";
    public const string BlockDoesNotFit = "NG0119";
    public const string ContainsItself = "NG0120";
    public const string NotABlock = "NG0121";
    public const string BlockInputs = "NG0122";
    public const string StrideNotPositive = "NG0123";
    public const string NotPositive = "NG0201";
    public const string ArgumentOutOfRange = "NG0202";
    public const string AxisOutOfRange = "NG0203";
    public const string NotAName = "NG0204";
    public const string UnreadableFunction = "NG0301";
    public const string UnknownFunction = "NG0302";
    public const string LossAppliesActivation = "NG0901";
    public const string UnusedValue = "NG0902";
    public const string LayersWithoutNetwork = "NG0903";
    public const string NoBackward = "NG0904";
    public const string UselessArgument = "NG0905";
    public const string InternalError = "NG0999";
}
