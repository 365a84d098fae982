using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Comparing;

/// <summary>Compares what two outlets made of the same request; pure.</summary>
internal static class AnswerComparison
{
    private const int LongestValue = 600;

    // The names of policies and rules, which count too, are taken out by now.
    private const int WarningsInFull = 3 * 1024;

    /// <summary>Nothing when they are equal.</summary>
    public static IReadOnlyList<AspectDifference> Of(Answer policy, Answer webhook)
    {
        var differences = new List<AspectDifference>();
        Add(Aspect.Verdict, policy.Kind.ToString(), webhook.Kind.ToString());
        Add(Aspect.Code, $"{policy.Code}", $"{webhook.Code}");
        Add(Aspect.Reason, policy.Reason, webhook.Reason);
        Add(Aspect.Message, policy.Message, webhook.Message);
        if (!Alike(policy.Warnings, webhook.Warnings))
        {
            Add(Aspect.Warnings, string.Join('\n', policy.Warnings), string.Join('\n', webhook.Warnings));
        }

        if (policy.Text != webhook.Text)
        {
            var (one, other) = ObjectDifference.Describe(policy.Object, webhook.Object);
            differences.Add(new AspectDifference(Aspect.Object, Cut(one), Cut(other)));
        }

        return differences;

        void Add(Aspect aspect, string one, string other)
        {
            if (one != other)
            {
                differences.Add(new AspectDifference(aspect, Cut(one), Cut(other)));
            }
        }
    }

    /// <summary>The API sends some 4 KiB of warnings, and cuts or leaves out those beyond.</summary>
    private static bool Alike(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.SequenceEqual(other, StringComparer.Ordinal)
        || (Math.Max(one.Sum(text => text.Length), other.Sum(text => text.Length)) > WarningsInFull && one.Zip(other).All(pair => Begins(pair.First, pair.Second) || Begins(pair.Second, pair.First)));

    private static bool Begins(string whole, string cut) => whole.StartsWith(cut.TrimEnd('.'), StringComparison.Ordinal);

    private static string Cut(string text) => text.Length <= LongestValue ? text : $"{text[..LongestValue]}… ({text.Length} characters)";
}
