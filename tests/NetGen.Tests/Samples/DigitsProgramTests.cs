using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using NetGen.Samples.Digits.Glyphs;
using NetGen.Samples.Digits.Models;
using NetGen.Samples.Digits.Run;
using Xunit;

namespace NetGen.Tests.Samples;

public sealed class DigitsProgramTests
{
    private static async Task<(int Code, string[] Output, string[] Errors)> Run(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = await DigitsProgram.RunAsync(arguments, output, errors);
        return (code, Split(output), Split(errors));

        static string[] Split(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<string> Refusal(params string[] arguments)
    {
        var (code, _, errors) = await Run(arguments);
        Assert.Equal(1, code);
        return Assert.Single(errors);
    }

    /// <summary>A small data set in the form of MNIST.</summary>
    private static TemporaryFolder Data(int train = 200, int test = 50)
    {
        var folder = new TemporaryFolder();
        Write(folder, "train", DigitImages.Create(train, 1, 0));
        Write(folder, "t10k", DigitImages.Create(test, 1, 1));
        return folder;

        static void Write(TemporaryFolder folder, string part, DigitImages images)
        {
            IdxFile.Write(folder.File($"{part}-images-idx3-ubyte"), IdxArray.From(images.Pixels, images.Labels.Length, 28, 28));
            IdxFile.Write(folder.File($"{part}-labels-idx1-ubyte"), IdxArray.From(images.Labels.Select(label => (byte)label).ToArray(), images.Labels.Length));
        }
    }

    [Fact]
    public async Task A_run_ends_with_its_accuracy()
    {
        using var data = Data();

        var (code, output, errors) = await Run("--data", data.FullName, "--epochs", "2", "--batch-size", "32");

        Assert.Empty(errors);
        Assert.Equal(0, code);
        Assert.StartsWith($"{data.FullName}: 200 training and 50 test images, ready in ", output[0], StringComparison.Ordinal);
        Assert.Contains("mlp: 669,706 parameters, 668,672 multiply-adds for an image", output);
        Assert.Single(output, line => line.StartsWith("epoch 1/2: loss ", StringComparison.Ordinal));
        Assert.Single(output, line => line.StartsWith("epoch 2/2: loss ", StringComparison.Ordinal));
        Assert.Matches("^test accuracy [01]\\.[0-9]{4} in [0-9]+\\.[0-9] s$", output[^1]);
    }

    public static TheoryData<string> Models() => [.. ModelRegistry.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_model_is_trained_and_judged(string model)
    {
        using var data = Data();

        var (code, output, errors) = await Run("--data", data.FullName, "--model", model, "--epochs", "1");

        Assert.Empty(errors);
        Assert.Equal(0, code);
        Assert.Single(output, line => line.StartsWith($"{model}: ", StringComparison.Ordinal));
        Assert.Single(output, line => line.StartsWith("epoch 1/1: loss ", StringComparison.Ordinal));
        Assert.Matches("^test accuracy [01]\\.[0-9]{4} in [0-9]+\\.[0-9] s$", output[^1]);
    }

    [Fact]
    public async Task Saved_weights_are_evaluated_without_training()
    {
        using var data = Data();
        var weights = data.File("mlp.safetensors");

        var trained = await Run("--data", data.FullName, "--epochs", "3", "--save", weights);
        var loaded = await Run("--data", data.FullName, "--epochs", "0", "--load", weights, "--seed", "9");

        Assert.Equal(0, trained.Code);
        Assert.Equal(0, loaded.Code);
        Assert.Contains($"weights loaded from {weights}", loaded.Output);
        Assert.DoesNotContain(loaded.Output, line => line.StartsWith("epoch", StringComparison.Ordinal));
        Assert.Equal(trained.Output[^1].Split(' ')[2], loaded.Output[^1].Split(' ')[2]);
    }

    [Fact]
    public async Task Augmented_training_ends_with_its_accuracy_and_is_another_one()
    {
        using var data = Data();

        var plain = await Run("--data", data.FullName, "--epochs", "1");
        var augmented = await Run("--data", data.FullName, "--epochs", "1", "--augment", "--workers", "1");
        var again = await Run("--data", data.FullName, "--epochs", "1", "--augment", "--workers", "3");

        Assert.Equal(0, augmented.Code);
        Assert.Matches("^test accuracy [01]\\.[0-9]{4} in [0-9]+\\.[0-9] s$", augmented.Output[^1]);
        Assert.Equal(Loss(augmented.Output), Loss(again.Output));
        Assert.NotEqual(Loss(plain.Output), Loss(augmented.Output));

        static string Loss(string[] output) => output.Single(line => line.StartsWith("epoch 1/1: loss ", StringComparison.Ordinal))[..^6];
    }

    [Theory]
    [InlineData("--epochs", "-1", "--epochs: expected a whole number of at least 0, found '-1'.")]
    [InlineData("--epochs", "2.5", "--epochs: expected a whole number of at least 0, found '2.5'.")]
    [InlineData("--batch-size", "0", "--batch-size: expected a whole number of at least 1, found '0'.")]
    [InlineData("--workers", "0", "--workers: expected a whole number of at least 1, found '0'.")]
    [InlineData("--seed", "x", "--seed: expected a whole number of at least 0, found 'x'.")]
    [InlineData("--learning-rate", "0", "--learning-rate: expected a positive number, found '0'.")]
    [InlineData("--learning-rate", "NaN", "--learning-rate: expected a positive number, found 'NaN'.")]
    [InlineData("--learning-rate", "fast", "--learning-rate: expected a positive number, found 'fast'.")]
    [InlineData("--optimizer", "lion", "--optimizer: expected one of sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw, found 'lion'.")]
    [InlineData("--data", "", "--data: expected a name, found ''.")]
    [InlineData("--mirror", "ftp://host/", "--mirror: expected an address that begins with http:// or https://, found 'ftp://host/'.")]
    public async Task A_wrong_option_is_one_line(string option, string value, string message) =>
        Assert.Equal(message, await Refusal(option, value));

    [Fact]
    public async Task An_unknown_option_or_model_is_one_line()
    {
        Assert.Contains("--bogus", await Refusal("--bogus"), StringComparison.Ordinal);
        Assert.StartsWith("--model: expected one of mlp", await Refusal("--model", "none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_or_file_is_one_line()
    {
        using var data = Data();
        Assert.Equal($"There is no folder '{data.File("none")}'.", await Refusal("--data", data.File("none")));

        File.Delete(data.File("t10k-labels-idx1-ubyte"));
        Assert.Equal(
            $"There is neither 't10k-labels-idx1-ubyte' nor 't10k-labels-idx1-ubyte.gz' in '{data.FullName}'.",
            await Refusal("--data", data.FullName));
    }

    [Fact]
    public async Task A_cut_off_file_is_one_line()
    {
        using var data = Data();
        var path = data.File("train-images-idx3-ubyte");
        data.Write("train-images-idx3-ubyte", File.ReadAllBytes(path)[..1000]);

        Assert.Equal(
            $"{path}: the data is cut off: expected 156800 bytes for 200 × 28 × 28 UInt8 values, found 984.",
            await Refusal("--data", data.FullName));
    }

    [Fact]
    public async Task A_wrong_magic_number_is_one_line()
    {
        using var data = Data();
        data.Write("t10k-images-idx3-ubyte", [1, 2, 3, 4, 5]);

        Assert.StartsWith(
            $"{data.File("t10k-images-idx3-ubyte")}: wrong magic number: expected 0x0000TTNN",
            await Refusal("--data", data.FullName),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_and_images_of_different_counts_are_one_line()
    {
        using var data = Data();
        IdxFile.Write(data.File("t10k-labels-idx1-ubyte"), IdxArray.From(new byte[49], 49));

        Assert.EndsWith(
            "expected 50 labels, one for each image of t10k-images-idx3-ubyte; found 49.",
            await Refusal("--data", data.FullName),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_of_another_size_and_labels_out_of_range_are_one_line()
    {
        using var data = Data();
        var labels = new byte[50];
        labels[7] = 10;
        IdxFile.Write(data.File("t10k-labels-idx1-ubyte"), IdxArray.From(labels, 50));
        Assert.Equal(
            $"{data.File("t10k-labels-idx1-ubyte")}: expected labels in [0, 10), found 10 for image 7.",
            await Refusal("--data", data.FullName));

        labels[7] = 9;
        IdxFile.Write(data.File("t10k-labels-idx1-ubyte"), IdxArray.From(labels, 50));
        foreach (var (part, count) in new[] { ("train", 200), ("t10k", 50) })
        {
            IdxFile.Write(data.File($"{part}-images-idx3-ubyte"), IdxArray.From(new byte[count * 64], count, 8, 8));
        }

        Assert.Contains("expected samples of shape [1, 28, 28], found [1, 8, 8]", await Refusal("--data", data.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_that_do_not_fit_are_one_line()
    {
        using var data = Data();
        var path = data.Write("weights", "no safetensors file");
        Assert.StartsWith($"{path}: expected a header of 2 to 100000000 bytes", await Refusal("--data", data.FullName, "--load", path), StringComparison.Ordinal);

        SafetensorsFile.Write(path, [StoredTensor.From("a", [1f], 1)]);
        Assert.StartsWith($"{path}: the weights do not fit the network: missing ", await Refusal("--data", data.FullName, "--load", path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_found_before_training()
    {
        using var data = Data();
        var tooLong = data.File(new string('w', 255));

        Assert.Equal($"'{data.File("none/mlp")}' cannot be written: there is no folder '{data.File("none")}'.", await SaveRefusal(data.File("none/mlp")));
        Assert.Equal($"'{data.FullName}' is a folder; expected the name of a file.", await SaveRefusal(data.FullName));
        Assert.StartsWith($"'{tooLong}' cannot be written: ", await SaveRefusal(tooLong), StringComparison.Ordinal);

        async Task<string> SaveRefusal(string path)
        {
            var (code, output, errors) = await Run("--data", data.FullName, "--save", path);
            Assert.Equal(1, code);
            Assert.Empty(output);
            return Assert.Single(errors);
        }
    }

    [Fact]
    public async Task A_learning_rate_that_is_far_too_large_is_one_line()
    {
        using var data = Data();

        Assert.Contains(
            "Look for values that are not finite in the data, lower the learning rate",
            await Refusal("--data", data.FullName, "--optimizer", "sgd", "--learning-rate", "1e30"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var (code, output, errors) = await Run("--help");

        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.Contains(output, line => line.Contains("--learning-rate", StringComparison.Ordinal));
    }
}
