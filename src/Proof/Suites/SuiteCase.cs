using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Proof.Judging;

namespace Daytwo.Proof.Suites;

/// <summary>A request and what a rule is expected to make of it.</summary>
/// <param name="Rule">The rule it is about; null when the suite has one only.</param>
/// <param name="Message">What is said exactly; null when that does not matter.</param>
/// <param name="Result">The object after the rule's changes; null when that does not matter.</param>
internal sealed record SuiteCase(string Name, string? Rule, Expectation Expect, string? Message, JsonObject? Result, AdmissionRequest Request, JsonObject? Object, GivenCluster Cluster);
