using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Proof.Judging;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Comparing;

/// <summary>One rule in both outlets, each under its own mark, and in the engine of this program as it is in the policy.</summary>
public sealed record ComparedRule(AdmissionRule Rule, RuleMode Mode, MarkedRule InPolicy, Mark PolicyMark, MarkedRule InWebhook, Mark WebhookMark, RuleJudge Judge);
