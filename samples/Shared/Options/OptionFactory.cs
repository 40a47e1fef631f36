using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;

namespace NetGen.Samples.Shared.Options;

/// <summary>Makes options that say what they expect when they find something else.</summary>
internal static class OptionFactory
{
    public static Option<int> Integer(string name, string description, int least, int value) => Create(
        name, description, "N", $"a whole number of at least {least}",
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least ? number : null as int?,
        number => number!.Value,
        value);

    public static Option<int?> Count(string name, string description) => Create<int?, int?>(
        name, description, "N", "a whole number of at least 1",
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null,
        number => number);

    public static Option<double?> Positive(string name, string description) => Create<double?, double?>(
        name, description, "NUMBER", "a positive number",
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number) ? number : null,
        number => number);

    public static Option<string> Choice(string name, string description, IReadOnlyList<string> choices, string value) => Create<string, string>(
        name, $"{description}: {string.Join(", ", choices)}", "NAME", "one of " + string.Join(", ", choices),
        text => choices.Contains(text) ? text : null,
        text => text!,
        value);

    public static Option<string?> Path(string name, string description, string kind) => Create<string?, string?>(
        name, description, kind, "a name",
        text => string.IsNullOrWhiteSpace(text) ? null : text,
        text => text);

    public static Option<Uri> Address(string name, string description, string value) => Create<Uri, Uri>(
        name, description, "URL", "an address that begins with http:// or https://",
        text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null,
        address => address!,
        new Uri(value));

    /// <summary>An option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What the help says.</param>
    /// <param name="help">What the help calls its value.</param>
    /// <param name="wanted">What is expected of it, in words.</param>
    /// <param name="parse">Its value from a text, or null where the text is none.</param>
    /// <param name="unwrap">The value where the text is one.</param>
    /// <param name="value">The value where the option is not given.</param>
    private static Option<T> Create<T, TParsed>(
        string name, string description, string help, string wanted, Func<string, TParsed?> parse, Func<TParsed?, T> unwrap, T? value = default)
    {
        var option = new Option<T>(name) { Description = description, HelpName = help };
        if (value is not null)
        {
            option.DefaultValueFactory = _ => value;
        }

        option.CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : string.Empty;
            var parsed = parse(text);
            if (parsed is not null)
            {
                return unwrap(parsed);
            }

            result.AddError($"{name}: expected {wanted}, found '{text}'.");
            return default;
        };
        return option;
    }
}
