namespace Daytwo.Image.Oci;

/// <summary>Where an image runs.</summary>
internal sealed record Platform(string Architecture, string Os)
{
    /// <summary>The platform of a program by its ELF machine.</summary>
    public static Platform OfMachine(ushort machine) => machine switch
    {
        62 => new Platform("amd64", "linux"),
        183 => new Platform("arm64", "linux"),
        _ => throw new ImageException($"programs of ELF machine {machine} are not supported: publish for linux-x64 or linux-arm64"),
    };
}
