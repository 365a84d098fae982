namespace Daytwo.Kubernetes.Configuration;

/// <summary>PEM text: a file, read again whenever it is needed, or text that came with the configuration.</summary>
public sealed class PemSource
{
    private readonly string? _path;
    private readonly byte[] _text;

    private PemSource(string name, string? path, byte[] text) => (Name, _path, _text) = (name, path, text);

    /// <summary>The file, or the field the text came from; for messages.</summary>
    public string Name { get; }

    public static PemSource File(string path) => new(path, path, []);

    /// <param name="name">Where the text came from, such as <c>clusters[0].certificate-authority-data</c>.</param>
    public static PemSource Text(string name, byte[] pem) => new(name, null, pem);

    /// <exception cref="ConfigurationException">The file cannot be read.</exception>
    public byte[] Read()
    {
        try
        {
            return _path is null ? _text : System.IO.File.ReadAllBytes(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"cannot read {Name}: {e.Message}", e);
        }
    }

    public override string ToString() => Name;
}
