using Daytwo.Image.Layers;

namespace Daytwo.Image.Host;

/// <summary>The certificate authorities this machine trusts, for S3 over HTTPS.</summary>
internal static class TrustedAuthorities
{
    public const string PathInImage = "/etc/ssl/certs/ca-certificates.crt";

    private static readonly string[] Bundles =
        [PathInImage, "/etc/pki/tls/certs/ca-bundle.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"];

    /// <exception cref="ImageException">This machine has no bundle.</exception>
    public static ImageFile Bundle()
    {
        var file = Array.Find(Bundles, File.Exists)
            ?? throw new ImageException($"no bundle of certificate authorities is in {string.Join(", ", Bundles)}: install the package ca-certificates");
        return ImageFile.FromHost(PathInImage, file, ImageFile.ReadOnly);
    }
}
