using Daytwo.Cel.Values;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Comparing;

/// <summary>A request that the API does without the rule.</summary>
/// <param name="Answer">What it answers then.</param>
/// <param name="Old">The object as it is stored; null on creation.</param>
internal sealed record PlainRequest(CorpusItem Item, Answer Answer, CelValue Old);
