using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Diagnostics of shapes, names and arguments, each on the very argument.</summary>
public sealed class LayerDiagnosticTests
{
    [Theory]
    [InlineData("NG0101", "Input(2), Dense(1, From = [|\"x\"|])", "No layer before Dense 'dense1' is named 'x'; there are: input")]
    [InlineData("NG0101", "Dense(1, From = [|\"x\"|]), Input(2)", "No layer before Dense 'dense1' is named 'x'; there are: none")]
    [InlineData("NG0101", "Input(2), Dense(2), Add(\"input\", [|\"x\"|])")]
    [InlineData("NG0101", "Input(2), Dense(2), Add(new[] { \"input\", [|\"x\"|] })")]
    [InlineData("NG0101", "Input(2), Dense(2), Add(names: [|\"x\"|])")]
    [InlineData("NG0101", "Input(2), Dense(2), Add(\"input\", [|null!|])", "No layer before Add 'add1' is named ''; there are: input, dense1")]
    [InlineData("NG0101", "Input(2), Dense(2, TiedTo = [|\"x\"|])", "No layer before Dense 'dense1' is named 'x'; there are: none")]
    [InlineData("NG0101", "Input(2), Dense(2), SquaredError(From = [|\"Dense1\"|])", "No layer before SquaredError 'squarederror1' is named 'Dense1'; there are: input, dense1")]
    [InlineData("NG0103", "Input(2), Dense(1, From = [|\"later\"|]), Dense(2, Name = \"later\")", "'later' does not come before Dense 'dense1', which can consume earlier layers only: input")]
    [InlineData("NG0103", "Input(2), Dense(1, From = [|\"dense1\"|])")]
    [InlineData("NG0103", "Input(2), Dense(2, TiedTo = [|\"dense2\"|]), Dense(2)")]
    [InlineData("NG0115", "Input(2), Dense(4), SquaredError, ReLU(From = [|\"squarederror1\"|])", "'squarederror1' is an output or a loss and has no value for ReLU 'relu1' to consume; there are: input, dense1")]
    [InlineData("NG0115", "Input(2), Dense(4), Output(Name = \"o\"), Add([|\"o\"|])")]
    [InlineData("NG0104", "Input(2), Dense(1, Name = \"a\"), Dense(1, Name = [|\"a\"|])", "The name 'a' is taken by another layer or column")]
    [InlineData("NG0104", "Input(2), Dense(1), SquaredError(Target = [|\"input\"|])")]
    [InlineData("NG0104", "Input(2, Name = \"sampleWeights\"), Dense(1), [|SquaredError|]", "The name 'sampleWeights' is taken by another layer or column")]
    [InlineData("NG0104", "Input(2), Dense(1), Huber(Name = \"a\", Target = \"bWeights\"), [|Huber(Name = \"b\")|]")]
    [InlineData("NG0110", "[|Dense(1)|], Input(2)", "Dense 'dense1' has nothing to consume: no input or layer stands before it")]
    [InlineData("NG0114", "Input(2), Dense(2), ReLU, Dense(2, TiedTo = [|\"relu1\"|])", "Dense 'dense2' cannot share a weight of 'relu1', which has none; layers with one are: dense1")]
    [InlineData("NG0204", "Input(2), Dense(1, Name = [|\"a b\"|])", "'a b' cannot name this Dense: a name is a letter or underscore, then letters, digits and underscores")]
    [InlineData("NG0204", "Input(2), Dense(1, Name = [|\"\"|])")]
    [InlineData("NG0204", "Input(2), Dense(1), SquaredError(Target = [|\"1st\"|])")]
    public void Names(string id, string layers, string? message = null) => Check(id, layers, message);

    [Theory]
    [InlineData("NG0102", "Input(2, 64), Flatten, Reshape([|120|])", "Reshape needs 120 values; Flatten 'flatten1' gives 128")]
    [InlineData("NG0102", "Input(128), [|Reshape(2, 3, 20)|]", "Reshape needs 120 values; Input 'input' gives 128")]
    [InlineData("NG0102", "Input(128), Reshape([|new[] { 2, 60 }|])")]
    [InlineData("NG0105", "Input(2), Dense(3), Add([|\"input\"|])", "Add 'add1' needs values of one shape; Dense 'dense1' gives [3] and Input 'input' gives [2]")]
    [InlineData("NG0105", "Input(2), Dense(3), Multiply(\"dense1\", [|\"input\"|])")]
    [InlineData("NG0105", "Input(2), Input(2, 2), Concat(\"input1\", [|\"input2\"|])", "Concat 'concat1' needs values of one shape; Input 'input1' gives [2] and Input 'input2' gives [2, 2]")]
    [InlineData("NG0106", "Input(1, 1, 1, 1, 1, 1, 1, 1, 2), [|Dense(1)|]", "Dense 'dense1' takes a value with 1 to 8 axes; Input 'input' gives [1, 1, 1, 1, 1, 1, 1, 1, 2]")]
    [InlineData("NG0107", "Input(2), Dense(3, Name = \"a\"), Dense(2, TiedTo = [|\"a\"|])", "Dense 'dense1' needs a weight of shape [2, 3]; that of 'a' has the shape [3, 2]")]
    [InlineData("NG0108", "Input(100000), [|Dense(100000)|]", "Dense 'dense1' is too large: [100000, 100000] are 10000000000 numbers, and at most 268435456 fit")]
    [InlineData("NG0108", "[|Input(2147483647, 2147483647, 2147483647)|], Dense(2)")]
    [InlineData("NG0108", "Input(16384), Dense(16383), [|Dense(16384)|]")]
    [InlineData("NG0109", "Input(2, 3), Dense(4), [|SoftmaxCrossEntropy|]", "SoftmaxCrossEntropy 'softmaxcrossentropy1' takes one axis, of a score per class; Dense 'dense1' gives [2, 4]")]
    [InlineData("NG0111", "Input(2), Dense(1), [|Threshold|], SquaredError", "No gradient passes Threshold 'threshold1', so these cannot be trained: dense1.weight, dense1.bias")]
    [InlineData("NG0112", "Input(2), Dense(3), SquaredError(Target = \"t\"), SoftmaxCrossEntropy(Target = [|\"t\"|])", "SoftmaxCrossEntropy 'softmaxcrossentropy1' needs the target 't' as a class index below 3; an earlier loss has it as values [3]")]
    public void Shapes(string id, string layers, string? message = null) => Check(id, layers, message);

    [Theory]
    [InlineData("NG0116", "Input(1, 4, 4), Conv2D(8, [|5|])", "Conv2D 'conv2d1' needs 5 values along axis 1; Input 'input' [1, 4, 4] has 4 there with its padding")]
    [InlineData("NG0116", "Input(1, 9, 4), [|Conv2D(8, 3, 2, Dilation = 4)|]", "Conv2D 'conv2d1' needs 5 values along axis 2; Input 'input' [1, 9, 4] has 4 there with its padding")]
    [InlineData("NG0116", "Input(1, 2), Conv1D(8, [|5|], Padding = 1)")]
    [InlineData("NG0117", "Input(3, 4, 4), MaxPool2D(2), MaxPool2D([|3|])", "MaxPool2D 'maxpool2d2' leaves nothing: its window has 3 values along axis 1, and MaxPool2D 'maxpool2d1' [3, 2, 2] has 2 there with its padding")]
    [InlineData("NG0117", "Input(3, 1, 4), AvgPool2D([|2|])")]
    [InlineData("NG0118", "Input(3, 8, 8), Conv2D(8, 3, Groups = [|2|])", "2 groups of Conv2D 'conv2d1' must divide the 3 channels of Input 'input' [3, 8, 8] and its 8 filters")]
    [InlineData("NG0118", "Input(3, 8, 8), Conv2D([|8|], 3, Depthwise = true)", "3 groups of Conv2D 'conv2d1' must divide the 3 channels of Input 'input' [3, 8, 8] and its 8 filters")]
    [InlineData("NG0118", "Input(4, 8, 8), ConvTranspose2D(9, 3, Groups = [|2|])")]
    [InlineData("NG0106", "Input(8, 8), [|Conv2D(8, 3)|]", "Conv2D 'conv2d1' takes a value with 3 axes: channels, height and width; Input 'input' gives [8, 8]")]
    [InlineData("NG0106", "Input(8), [|MaxPool2D(2)|]")]
    [InlineData("NG0106", "Input(8), [|GlobalAvgPool|]")]
    [InlineData("NG0106", "Input(8), [|Pad(1)|]", "Pad 'pad1' takes a value with 2 or 3 axes: channels, then length or height and width; Input 'input' gives [8]")]
    [InlineData("NG0201", "Input(1, 4, 4), Conv2D(8, 3, Stride = [|0|])", "Stride of Conv2D 'conv2d1' must be positive; it is 0")]
    [InlineData("NG0201", "Input(1, 4, 4), Conv2D(8, 3, Strides = new[] { 1, [|0|] })", "Number 1 of Strides of Conv2D 'conv2d1' must be positive; it is 0")]
    [InlineData("NG0201", "Input(1, 4, 4), MaxPool2D(2, Stride = [|0|])")]
    [InlineData("NG0201", "Input(1, 4, 4), Conv2D([|0|], 3)")]
    [InlineData("NG0201", "Input(1, 4, 4), Upsample(2, [|0|])")]
    [InlineData("NG0202", "Input(1, 4, 4), Conv2D(8, 3, Padding = [|-1|])", "Padding of Conv2D 'conv2d1' must be not negative; it is -1")]
    [InlineData("NG0202", "Input(1, 4, 4), [|Conv2D(8, 1, 2, 3)|]", "kernel of Conv2D 'conv2d1' must be one size or 2; it is 3")]
    [InlineData("NG0202", "Input(1, 4, 4), Conv2D(8, 3, Strides = [|new[] { 1 }|])", "Strides of Conv2D 'conv2d1' must be 2 numbers, one for each axis; it is 1")]
    [InlineData("NG0202", "Input(1, 4, 4), MaxPool2D(2, Padding = [|2|])", "Padding of MaxPool2D 'maxpool2d1' must be at most half the window (1); it is 2")]
    [InlineData("NG0202", "Input(1, 4, 4), ConvTranspose2D(2, 3, Stride = 2, OutputPadding = [|2|])", "OutputPadding of ConvTranspose2D 'convtranspose2d1' must be less than the stride or the dilation; it is 2")]
    [InlineData("NG0202", "Input(1, 1, 1), ConvTranspose2D(2, 2, Padding = [|1|])")]
    [InlineData("NG0202", "Input(1, 4, 4), Crop([|2|])", "sides of Crop 'crop1' must be less than the 4 values along axis 1 of Input 'input' [1, 4, 4]; it is 4")]
    [InlineData("NG0202", "Input(6, 4), GroupNorm([|4|])", "groups of GroupNorm 'groupnorm1' must be a divisor of the 6 channels of Input 'input' [6, 4]; it is 4")]
    [InlineData("NG0202", "Input(6, 4), LayerNorm(Axes = [|3|])")]
    [InlineData("NG0202", "Input(6, 4), LayerNorm(Epsilon = [|0|])")]
    [InlineData("NG0108", "Input(1, 4, 4), [|Upsample(100000)|]")]
    [InlineData("NG0108", "Input(1, 4, 4), [|Pad(2147483647)|]")]
    [InlineData("NG0108", "Input(1, 4, 4), [|Conv2D(1, 3, Padding = 2147483647)|]")]
    [InlineData("NG0108", "Input(1, 3, 3), [|ConvTranspose2D(1, 2, Dilation = 2147483647, Padding = 1073741824)|]")]
    [InlineData("NG0116", "Input(1, 4, 4), Conv2D(1, [|3|], Dilation = 2147483647)")]
    public void Images(string id, string layers, string? message = null) => Check(id, layers, message);

    [Theory]
    [InlineData("NG0201", "Input(2), Dense([|0|])", "units of Dense 'dense1' must be positive; it is 0")]
    [InlineData("NG0201", "Input(2), Dense(units: [|-1|], Bias = false)")]
    [InlineData("NG0201", "Input(2, [|-2|]), Dense(1)", "Size 1 of Input 'input' must be positive; it is -2")]
    [InlineData("NG0201", "Input(new[] { 2, [|-2|] }), Dense(1)")]
    [InlineData("NG0201", "Input(new int[] { 2, [|-2|] }), Dense(1)")]
    [InlineData("NG0201", "Input([2, [|-2|]]), Dense(1)")]
    [InlineData("NG0201", "Input(shape: [2, [|-2|]]), Dense(1)")]
    [InlineData("NG0201", "Input(shape: [|-2|]), Dense(1)")]
    [InlineData("NG0201", "Input(4), Reshape(2, [|0|])")]
    [InlineData("NG0202", "[|Input|], Dense(1)", "shape of Input 'input' must be at least one size; it is none")]
    [InlineData("NG0202", "[|Input()|], Dense(1)")]
    [InlineData("NG0202", "Input([|new int[0]|]), Dense(1)")]
    [InlineData("NG0202", "Input([|null!|]), Dense(1)")]
    [InlineData("NG0202", "Input(2), Dense(2), [|Add|]", "names of Add 'add1' must be at least one name; it is none")]
    [InlineData("NG0202", "Input(2), Dense(1), Dropout([|1|])", "rate of Dropout 'dropout1' must be in [0, 1); it is 1")]
    [InlineData("NG0202", "Input(2), Dense(1, L2 = [|-1|])", "L2 of Dense 'dense1' must be not negative and finite; it is -1")]
    [InlineData("NG0202", "Input(2), Dense(1, WeightInit = [|(Init)99|])", "WeightInit of Dense must be a member of Init; it is 99")]
    [InlineData("NG0202", "Input(2), Dense(1), SquaredError(Weight = [|double.NaN|])", "Weight of SquaredError 'squarederror1' must be finite; it is NaN")]
    [InlineData("NG0202", "Input(2), Dense(1), SquaredError(Weight = [|1e300|])", "Weight of SquaredError 'squarederror1' must be finite in single precision; it is 1E+300")]
    [InlineData("NG0202", "Input(3), Maxout([|2|])")]
    [InlineData("NG0203", "Input(2), Dense(3), Softmax(Axis = [|1|])", "Axis of Softmax 'softmax1' is 1; the value has the shape [3]")]
    public void Arguments(string id, string layers, string? message = null) => Check(id, layers, message);

    [Theory]
    [InlineData("[Network(L1 = [|-1|]), Input(2), Dense(1)] partial class Net;", "NG0202", "L1 of Net must be not negative and finite; it is -1")]
    [InlineData("[Network(L2 = [|double.PositiveInfinity|]), Input(2), Dense(1)] partial class Net;", "NG0202")]
    [InlineData("[Network(Precision = [|(Precision)2|]), Input(2), Dense(1)] partial class Net;", "NG0202", "Precision of Network must be a member of Precision; it is 2")]
    [InlineData("[Network(IsBlock = true), Input(3), Dense(3)] class Part; [Network, Input(2), Block<[|Part|]>, Dense(1)] partial class Net;", "NG0119", "Block 'block1' takes [3] as its input 'input', found Input 'input' [2]")]
    [InlineData("[Network(IsBlock = true), Input(3), Dense(2)] class Part; [Network, Input(3), Block<Part>(Repeat = [|2|])] partial class Net;", "NG0119", "Block 'block1' takes [3] as its input 'input', found Block 'block1' [2]")]
    [InlineData("[Network(IsBlock = true), Input(3, Name = \"a\"), Input(3, Name = \"b\"), Add(\"a\")] class Part; [Network, Input(3), Block<Part>(\"input\", \"input\", Repeat = [|2|])] partial class Net;", "NG0122", "Block 'block1' has 2 inputs, found the names of 1")]
    [InlineData("[Network(IsBlock = true), Input(3, Name = \"a\"), Input(3, Name = \"b\"), Add(\"a\")] class Part; [Network, Input(3), [|Block<Part>|]] partial class Net;", "NG0122", "Block 'block1' has 2 inputs, found the names of 0")]
    [InlineData("[Network(IsBlock = true), Input(3, Name = \"a\"), Input(3, Name = \"b\"), Add(\"a\")] class Part; [Network, Input(3), Block<Part>([|\"input\"|])] partial class Net;", "NG0122")]
    [InlineData("[Network, Input(2), Dense(2), Block<[|Net|]>] partial class Net;", "NG0120", "'Net' cannot be a part of 'Net', which would contain itself: Net → Net")]
    [InlineData("[Network, Input(2), Dense(2), NetGen.Block<[|Net|]>(Repeat = 2)] partial class Net;", "NG0120")]
    [InlineData("[Network, Input(2), Block<[|System.Exception|]>] partial class Net;", "NG0121", "'Exception' cannot be a block: it is no network; add [Network] to it")]
    [InlineData("[Network, Input(2), Block<[|int[]|]>] partial class Net;", "NG0121")]
    [InlineData("[Network(IsBlock = true), Input(2), Dense(1), Output, Dense(2), Output] class Part; [Network, Input(2), Block<[|Part|]>] partial class Net;", "NG0121", "'Part' cannot be a block: it has 2 outputs, and a block has one")]
    [InlineData("[Network(IsBlock = true), Input(2), Dense(2)] class Part; [Network, Input(2), Block<Part>(Repeat = [|1001|])] partial class Net;", "NG0202", "Repeat of Block 'block1' must be at most 1000; it is 1001")]
    [InlineData("[Network(IsBlock = true), Input(2), Dense(2)] class Part; [Network, Input(2), Block<Part>(Repeat = [|0|])] partial class Net;", "NG0201")]
    [InlineData("[Network(IsBlock = true), Input(4), Dense(4), ReLU] class C; [Network(IsBlock = true), Input(4), Block<C>(Repeat = 1000)] class B; [Network, Input(4), Dense(4), Block<[|B|]>(Repeat = 1000)] partial class Net;", "NG0121", "'B' cannot be a block: the network has more than 10,000 layers with its repetitions")]
    [InlineData("[Network(IsBlock = true), Input(4), Dense(4, Name = \"a\"), Dense(4, Name = [|\"a\"|])] class B; [Network, Input(4), Block<B>, Dense(3, Name = \"head\")] partial class Net;", "NG0104")]
    [InlineData("[Network(IsBlock = true), Input(4)] class [|B|]; [Network, Input(4), Block<B>, Dense(3)] partial class Net;", "NG0005")]
    [InlineData("[Network(IsBlock = true), Input(4), Dense([|0|])] class B; [Network, Input(4), Block<B>, Dense(3)] partial class Net;", "NG0201")]
    [InlineData("[Network(IsBlock = true), Input(4), Dense(3), Softmax] class B; [Network, Input(4), [|Block<B>|], SoftmaxCrossEntropy] partial class Net;", "NG0901")]
    [InlineData("class ReLUAttribute : LayerAttribute; [Network, Input(2), Dense(1), [|ReLU|]] partial class Net;", "NG0113", "'ReLUAttribute' is no layer that NetGen can compile; only its own attributes may derive from LayerAttribute")]
    [InlineData("class OwnAttribute : LayerAttribute; [Network, Input(2), [|Own|], Dense(1)] partial class Net;", "NG0113", "'Own' is no layer that NetGen can compile; only its own attributes may derive from LayerAttribute")]
    public void OtherPlaces(string source, string id, string? message = null) => Expect.Diagnostic("using NetGen;\n" + source, id, message);

    [Theory]
    [InlineData("Input(2), Dense(1, Name = [|\"a b\"|])")]
    [InlineData("Input(2), D(1, Name = [|\"a b\"|])")]
    [InlineData("Input(2), NetGen.DenseAttribute(1, Name = [|\"a b\"|])")]
    [InlineData("Input(2), global::NetGen.Dense(1, Name = [|@\"a b\"|])")]
    [InlineData("Input(2), Dense(Size.Of, Name = [|Size.Name + \" b\"|])")]
    public void HoweverTheAttributeIsWritten(string layers) => Expect.Diagnostic(
        $$"""
        using NetGen;
        using D = NetGen.DenseAttribute;
        static class Size { public const int Of = 3; public const string Name = "a"; }
        [Network, {{layers}}] partial class Net;
        """,
        "NG0204");

    private static void Check(string id, string layers, string? message) =>
        Expect.Diagnostic($"using NetGen;\n[Network, {layers}]\npartial class Net;", id, message);
}
