using System.Globalization;

namespace Daytwo.Embedded.Protobuf;

/// <summary>The messages of <c>messages.txt</c>, read once when first asked for.</summary>
internal sealed class MessageTable
{
    private static readonly Lazy<MessageTable> Loaded = new(Load);
    private readonly Dictionary<string, Dictionary<int, MessageField>> messages = new(StringComparer.Ordinal);
    private readonly Dictionary<(string ApiVersion, string Kind), string> kinds = [];

    public static MessageTable Instance => Loaded.Value;

    /// <summary>The message of a kind; null when it is not among them.</summary>
    public string? Message(string apiVersion, string kind) => kinds.GetValueOrDefault((apiVersion, kind));

    public IReadOnlyDictionary<int, MessageField> Fields(string message) => messages[message];

    private static MessageTable Load()
    {
        using var stream = typeof(MessageTable).Assembly.GetManifestResourceStream("Daytwo.Embedded.messages.txt")
            ?? throw new InvalidOperationException("The assembly lacks its resource messages.txt.");
        using var reader = new StreamReader(stream);
        var table = new MessageTable();
        var fields = new Dictionary<int, MessageField>();
        while (reader.ReadLine() is { } line)
        {
            switch (line.Split(' ', 4))
            {
                case ["#", ..]:
                    break;
                case ["kind", var apiVersion, var kind, var message]:
                    table.kinds.Add((apiVersion, kind), message);
                    break;
                case ["message", var name]:
                    table.messages.Add(name, fields = []);
                    break;
                case var parts:
                    var field = Field(parts);
                    fields.Add(field.Number, field);
                    break;
            }
        }

        return table;
    }

    private static MessageField Field(string[] parts) => new(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1].TrimEnd('?', '~'),
        parts[1][^1] is '?' or '~', string.Join(' ', parts[2..])) { OmitsZeroMessage = parts[1][^1] == '~' };
}
