namespace Daytwo.Crds.Stores;

/// <summary>The CEL rules that hold a store's address to what stores accept and to places inside the bucket or directory meant.</summary>
internal static class StoreRules
{
    public const string BucketHasShape =
        @"self.matches('^[a-z0-9][a-z0-9.-]*[a-z0-9]$') && !self.contains('..') && !self.matches('^[0-9]+(\\.[0-9]+){3}$')";

    public const string BucketHasShapeMessage =
        Quoted + " + ' is not a bucket name: use 3 to 63 lower-case letters, digits, hyphens and single dots, beginning and ending with a letter or digit, and not shaped like an IP address'";

    public const string RegionHasShape = "self.matches('^[a-z0-9-]+$')";

    public const string RegionHasShapeMessage =
        Quoted + " + ' is not a region: use lower-case letters, digits and hyphens, such as eu-central-1; us-east-1 suits servers that know none'";

    public const string PrefixIsRelative = "!self.startsWith('/') && !self.endsWith('/')";

    public const string PrefixIsRelativeMessage = Quoted + " + ' begins or ends with a slash: write the folder alone, such as prod/etcd'";

    public const string PrefixStaysInside = "!self.split('/').exists(segment, segment == '..' || segment == '.')";

    public const string PrefixStaysInsideMessage = Quoted + " + ' has a segment . or ..: write the folder from the root of the bucket, such as prod/etcd'";

    public const string PrefixHasSafeCharacters = "self.matches('^[A-Za-z0-9._=+@/-]+$') && !self.contains('//')";

    public const string PrefixHasSafeCharactersMessage =
        Quoted + " + ' has characters that not every store keeps: use letters, digits, . _ = + @ - and single slashes, such as prod/etcd'";

    public const string EndpointHasShape = @"self.matches('^https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(:[0-9]{1,5})?/?$')";

    public const string EndpointHasShapeMessage =
        Quoted + " + ' is not the URL of a server: write https://HOST or https://HOST:PORT without a path; the bucket goes into bucket, credentials into credentialsSecret'";

    public const string DirectoryIsAbsolute =
        "self.matches('^/[^/]') && !self.contains('//') && !self.split('/').exists(segment, segment == '..' || segment == '.')";

    public const string DirectoryIsAbsoluteMessage =
        Quoted + " + ' is not a directory to store in: write an absolute path without . or .. segments, such as /var/lib/daytwo/backups'";

    private const string Quoted = @"'\'' + self + '\''";
}
