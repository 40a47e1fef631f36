using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace NetGen;

/// <summary>Parses the JSON header of a safetensors file. The reader of the framework is used by hand, so that duplicate names are seen.</summary>
internal ref struct TensorHeader
{
    private readonly string _file;
    private readonly List<TensorEntry> _entries = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, string>.Builder _metadata =
        ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    private Utf8JsonReader _json;

    private TensorHeader(ReadOnlySpan<byte> json, string file)
    {
        _json = new Utf8JsonReader(json);
        _file = file;
    }

    /// <summary>Parses a header.</summary>
    /// <param name="json">The header, trailing spaces included.</param>
    /// <param name="file">What error messages call the file.</param>
    /// <returns>The tensors in the order of their data, which is checked to be gapless, and the metadata.</returns>
    /// <exception cref="InvalidDataException">The header is wrong.</exception>
    public static (ImmutableArray<TensorEntry> Entries, ImmutableSortedDictionary<string, string> Metadata) Parse(ReadOnlySpan<byte> json, string file)
    {
        if (json.IsEmpty || json[0] != '{')
        {
            throw new InvalidDataException($"{file}: expected a header that begins with '{{', found {(json.IsEmpty ? "an empty one" : $"byte 0x{json[0]:X2}")}.");
        }

        var header = new TensorHeader(json, file);
        try
        {
            header.ReadAll();
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file}: the header is not JSON ({error.Message})", error);
        }
        catch (InvalidOperationException error)
        {
            // The reader throws it for text that is not UTF-8.
            throw new InvalidDataException($"{file}: the header is not JSON ({error.Message})", error);
        }

        return (header.InOrder(), header._metadata.ToImmutable());
    }

    private void ReadAll()
    {
        _json.Read();
        while (NextName() is { } name)
        {
            if (!_names.Add(name))
            {
                throw Error($"expected every name once, found '{name}' twice");
            }

            _json.Read();
            if (name == "__metadata__")
            {
                ReadMetadata();
            }
            else
            {
                _entries.Add(ReadEntry(name));
            }
        }

        // Nothing but spaces may follow; the reader throws where anything does.
        _json.Read();
    }

    private void ReadMetadata()
    {
        Expect(JsonTokenType.StartObject, "'__metadata__'", "an object of texts");
        while (NextName() is { } key)
        {
            _json.Read();
            Expect(JsonTokenType.String, $"'__metadata__' key '{key}'", "a text");
            if (!_metadata.TryAdd(key, _json.GetString()!))
            {
                throw Error($"expected every metadata key once, found '{key}' twice");
            }
        }
    }

    private TensorEntry ReadEntry(string name)
    {
        Expect(JsonTokenType.StartObject, $"tensor '{name}'", "an object");
        TensorType? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        while (NextName() is { } key)
        {
            _json.Read();
            switch (key)
            {
                case "dtype" when type is null:
                    type = ReadType(name);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(name, key);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(name, key);
                    break;
                default:
                    throw Error($"tensor '{name}': expected 'dtype', 'shape' and 'data_offsets' once each, found another '{key}'");
            }
        }

        return type is { } known && shape is not null && offsets is { Length: 2 }
            ? CreateEntry(name, known, shape, offsets[0], offsets[1])
            : throw Error($"tensor '{name}': expected 'dtype', 'shape' and two 'data_offsets', found less or more");
    }

    private readonly TensorEntry CreateEntry(string name, TensorType type, long[] shape, long begin, long end)
    {
        var size = shape.Contains(0) ? 0 : (long)TensorTypes.SizeOf(type);
        foreach (var axis in shape)
        {
            size = axis <= Array.MaxLength ? size * axis : long.MaxValue;
            if (size > Array.MaxLength)
            {
                throw Error($"tensor '{name}': expected at most {Text(Array.MaxLength)} bytes, found shape [{string.Join(", ", shape)}]");
            }
        }

        return end >= begin && end - begin == size
            ? new TensorEntry(name, type, [.. shape.Select(axis => (int)axis)], begin, end)
            : throw Error($"tensor '{name}': expected {Text(size)} bytes for {type} of shape [{string.Join(", ", shape)}], found data_offsets [{Text(begin)}, {Text(end)}]");
    }

    private TensorType ReadType(string name)
    {
        Expect(JsonTokenType.String, $"tensor '{name}', 'dtype'", "a text");
        var text = _json.GetString()!;
        return TensorTypes.Parse(text)
            ?? throw Error($"tensor '{name}': expected a dtype of {string.Join(", ", Enum.GetNames<TensorType>())}, found '{text}'");
    }

    private long[] ReadNumbers(string name, string key)
    {
        Expect(JsonTokenType.StartArray, $"tensor '{name}', '{key}'", "an array of numbers");
        var numbers = new List<long>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            Expect(JsonTokenType.Number, $"tensor '{name}', '{key}'", "an array of numbers");
            numbers.Add(_json.TryGetInt64(out var number) && number >= 0
                ? number
                : throw Error($"tensor '{name}', '{key}': expected whole numbers of at least 0, found {System.Text.Encoding.UTF8.GetString(_json.ValueSpan)}"));
        }

        return [.. numbers];
    }

    /// <summary>The next property name, or null at the end of the object.</summary>
    private string? NextName()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
    }

    private readonly ImmutableArray<TensorEntry> InOrder()
    {
        ImmutableArray<TensorEntry> ordered = [.. _entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        long end = 0;
        foreach (var entry in ordered)
        {
            if (entry.Begin != end)
            {
                throw Error($"tensor '{entry.Name}': expected its data to begin where the one before ends, at {Text(end)}, found {Text(entry.Begin)}");
            }

            end = entry.End;
        }

        return ordered;
    }

    private readonly void Expect(JsonTokenType type, string place, string wanted)
    {
        if (_json.TokenType != type)
        {
            throw Error($"{place}: expected {wanted}, found {_json.TokenType}");
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private readonly InvalidDataException Error(string message) => new($"{_file}: {message}.");
}
