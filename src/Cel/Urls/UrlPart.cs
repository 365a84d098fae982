namespace Daytwo.Cel.Urls;

/// <summary>The parts of a URL, which escape different characters.</summary>
internal enum UrlPart
{
    Path,
    Host,
    Zone,
    User,
    Query,
    Fragment,
}
