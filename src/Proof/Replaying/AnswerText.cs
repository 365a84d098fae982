using System.Text.RegularExpressions;

namespace Daytwo.Proof.Replaying;

/// <summary>Takes the outlets' ways of speaking out of what they say (<see cref="Normalisation.All"/>).</summary>
internal static partial class AnswerText
{
    /// <summary>Whether a rule refused, and what it says.</summary>
    public static bool TryRefusal(string message, out string said)
    {
        var match = Refusal().Match(message);
        said = match.Success ? match.Groups["said"].Value : message;
        return match.Success;
    }

    public static string Warning(string text) => WarningPrefix().Replace(text, "");

    [GeneratedRegex("""^(\S+ "[^"]*" is forbidden: )?(ValidatingAdmissionPolicy '[^']*'( with binding '[^']*')? denied request: |policy ('[^']*' with binding '[^']*'|"[^"]*") denied request: |admission webhook "[^"]*" denied the request(: (AdmissionRule '[^']*' (denied request|could not change the object): )?|(?= without explanation)))(?<said>.*)$""", RegexOptions.Singleline)]
    private static partial Regex Refusal();

    [GeneratedRegex("^Validation failed for (ValidatingAdmissionPolicy '[^']*' with binding|AdmissionRule) '[^']*': ")]
    private static partial Regex WarningPrefix();
}
