using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using NetGen.Samples.Images.Run;
using NetGen.Samples.Images.Shapes;
using Xunit;

namespace NetGen.Tests.Samples;

public sealed class ImagesProgramTests
{
    private static async Task<(int Code, string[] Output, string[] Errors)> Run(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = await ImagesProgram.RunAsync(arguments, output, errors);
        return (code, Split(output), Split(errors));

        static string[] Split(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<string> Refusal(params string[] arguments)
    {
        var (code, _, errors) = await Run(arguments);
        Assert.Equal(1, code);
        return Assert.Single(errors);
    }

    /// <summary>A small data set in the form of CIFAR-10.</summary>
    private static TemporaryFolder Data()
    {
        var folder = new TemporaryFolder();
        folder.Write("data_batch_1.bin", Records(ShapeImages.Create(80, 1, 0)));
        folder.Write("test_batch.bin", Records(ShapeImages.Create(20, 1, 1)));
        return folder;

        static byte[] Records(ShapeImages images) =>
            [.. images.Labels.SelectMany((label, i) => images.Pixels.AsSpan(i * 3_072, 3_072).ToArray().Prepend((byte)label))];
    }

    [Fact]
    public async Task A_run_ends_with_its_accuracy()
    {
        using var data = Data();

        var (code, output, errors) = await Run("--data", data.FullName, "--epochs", "2", "--batch-size", "32");

        Assert.Empty(errors);
        Assert.Equal(0, code);
        Assert.StartsWith($"{data.FullName}: 80 training and 20 test images, ready in ", output[0], StringComparison.Ordinal);
        Assert.StartsWith("convolutional network: ", output[1], StringComparison.Ordinal);
        Assert.Single(output, line => line.StartsWith("epoch 1/2: loss ", StringComparison.Ordinal));
        Assert.Single(output, line => line.StartsWith("epoch 2/2: loss ", StringComparison.Ordinal));
        Assert.Single(output, line => line.StartsWith("airplane ", StringComparison.Ordinal) && line.Contains(" of      2 ", StringComparison.Ordinal));
        Assert.Matches("^test accuracy [01]\\.[0-9]{4} in [0-9]+\\.[0-9] s$", output[^1]);
    }

    [Fact]
    public async Task Saved_weights_are_evaluated_without_training()
    {
        using var data = Data();
        var weights = data.File("weights.safetensors");

        var trained = await Run("--data", data.FullName, "--epochs", "2", "--save", weights);
        var loaded = await Run("--data", data.FullName, "--epochs", "0", "--load", weights, "--seed", "9");

        Assert.Equal((0, 0), (trained.Code, loaded.Code));
        Assert.Contains($"weights saved to {weights}", trained.Output);
        Assert.Contains($"weights loaded from {weights}", loaded.Output);
        Assert.DoesNotContain(loaded.Output, line => line.StartsWith("epoch", StringComparison.Ordinal));
        Assert.Equal(trained.Output[^1].Split(' ')[2], loaded.Output[^1].Split(' ')[2]);
    }

    [Fact]
    public async Task Augmentation_changes_the_training_and_workers_do_not()
    {
        using var data = Data();

        var one = await Loss("--workers", "1");
        Assert.Equal(one, await Loss("--workers", "3"));
        Assert.NotEqual(one, await Loss("--no-augment"));

        async Task<string> Loss(params string[] more)
        {
            var (code, output, _) = await Run(["--data", data.FullName, "--epochs", "2", "--optimizer", "sgd", "--learning-rate", "0.01", .. more]);
            Assert.Equal(0, code);
            return output.Single(line => line.StartsWith("epoch 2/2: loss ", StringComparison.Ordinal)).Split(',')[0];
        }
    }

    [Fact]
    public async Task Pictures_show_every_filter_and_what_it_answers()
    {
        using var data = Data();
        var folder = data.File("new/pictures");

        var (code, output, _) = await Run("--data", data.FullName, "--epochs", "0", "--pictures", folder);

        Assert.Equal(0, code);
        Assert.Contains($"{Path.Combine(folder, "filters.svg")} drawn", output);
        Assert.Equal(["activations.svg", "filters.svg"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal((16, "filter 16"), Read("filters.svg"));
        Assert.Equal((17, "filter 16"), Read("activations.svg"));
        Assert.Contains(">airplane<", await File.ReadAllTextAsync(Path.Combine(folder, "activations.svg")), StringComparison.Ordinal);

        (int Tiles, string LastText) Read(string name)
        {
            var svg = XDocument.Load(Path.Combine(folder, name)).Root!;
            Assert.Equal("svg", svg.Name.LocalName);
            return (svg.Elements().Count(element => element.Name.LocalName == "g" && element.HasElements), svg.Elements().Last().Value);
        }
    }

    [Theory]
    [InlineData("--epochs", "-1", "--epochs: expected a whole number of at least 0, found '-1'.")]
    [InlineData("--batch-size", "0", "--batch-size: expected a whole number of at least 1, found '0'.")]
    [InlineData("--learning-rate", "fast", "--learning-rate: expected a positive number, found 'fast'.")]
    [InlineData("--optimizer", "lion", "--optimizer: expected one of sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw, found 'lion'.")]
    [InlineData("--pictures", "", "--pictures: expected a name, found ''.")]
    public async Task A_wrong_option_is_one_line(string option, string value, string message) => Assert.Equal(message, await Refusal(option, value));

    [Fact]
    public async Task Wrong_files_are_one_line()
    {
        using var data = Data();
        Assert.Equal($"There is no folder '{data.File("none")}'.", await Refusal("--data", data.File("none")));

        var path = data.Write("data_batch_2.bin", new byte[5_000]);
        Assert.Equal(
            $"{path}: expected 3073 bytes for each image, 1 for its class and 3072 for its pixels; found 5000 bytes, 1 images and 1927 bytes more.",
            await Refusal("--data", data.FullName));

        File.Delete(path);
        File.Delete(data.File("test_batch.bin"));
        Assert.StartsWith("There is no file with 'test' in its name", await Refusal("--data", data.FullName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_that_cannot_be_written_are_found_before_training()
    {
        using var data = Data();
        var file = data.Write("file", "no folder");
        Directory.CreateDirectory(data.File("pictures/filters.svg"));

        Assert.Equal($"'{data.File("none/w")}' cannot be written: there is no folder '{data.File("none")}'.", await Refusal("--data", data.FullName, "--save", data.File("none/w")));
        Assert.Contains(file, await Refusal("--data", data.FullName, "--pictures", file), StringComparison.Ordinal);
        Assert.Equal($"'{data.File("pictures/filters.svg")}' is a folder; expected the name of a file.", await Refusal("--data", data.FullName, "--pictures", data.File("pictures")));
    }

    [Fact]
    public async Task Help_is_no_error()
    {
        var (code, output, errors) = await Run("--help");

        Assert.Equal(0, code);
        Assert.Empty(errors);
        Assert.Contains(output, line => line.Contains("--no-augment", StringComparison.Ordinal));
    }
}
