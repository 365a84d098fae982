using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>One change of an object.</summary>
/// <param name="Mild">Whether the object stays what its kind asks for, as far as one can tell: several of these together are still an object, others seldom.</param>
internal sealed record EdgeChange(string What, bool Mild, Action<JsonObject> Apply);
