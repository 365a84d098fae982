namespace Daytwo.Image.Oci;

/// <summary>The file <c>oci-layout</c>, which marks an archive.</summary>
internal sealed record OciLayout(string ImageLayoutVersion);
