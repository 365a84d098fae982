namespace Daytwo.Crds.Backups;

/// <summary>The CEL rules that hold a time zone to the names of the IANA database, as the apiserver itself knows them.</summary>
internal static class TimeZoneRules
{
    public const string HasShape = Shape + " && self != 'Local'";

    public const string HasShapeMessage =
        @"'\'' + self + '\' is not the name of a time zone: write a name of the IANA database such as Europe/Berlin or UTC, not an offset, an abbreviation or Local'";

    /// <summary>CEL cannot ask whether a zone exists; using one that does not is an evaluation error, which refuses the object.</summary>
    public const string IsKnown = "!(" + HasShape + ") || timestamp('2000-01-01T00:00:00Z').getFullYear(self) > 0";

    public const string IsKnownMessage = "timeZone is the name of a zone in the IANA database, such as Europe/Berlin or UTC";

    private const string Shape = "self.matches('^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z][A-Za-z0-9_+-]*){0,2}$')";
}
