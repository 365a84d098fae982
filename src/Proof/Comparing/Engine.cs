using Daytwo.Admission.Mutating;
using Daytwo.Admission.Validating;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Transport;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Judging;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Comparing;

/// <summary>
/// The third opinion: the engine in this program. An apiserver completes the object, as it does before any rule sees it; the engine says what
/// the rule makes of it.
/// </summary>
/// <param name="plain">The mark of requests that no copy of the rule is about.</param>
internal sealed class Engine(Apiserver apiserver, Mark plain, ClusterSnapshot snapshot)
{
    private const int Forbidden = 403;
    private const int FirstServerError = 500;

    private readonly DryRun _dryRun = new(apiserver.Client.Transport);

    /// <summary>What the API makes of a request without the rule; null when it does not do it, so that no rule has a say.</summary>
    /// <exception cref="ApiUnreachableException">No answer came.</exception>
    public async Task<PlainRequest?> Prepare(CorpusItem item, CancellationToken ct)
    {
        var answer = await _dryRun.Send(item, plain, ct);
        return answer.Kind == AnswerKind.Admitted ? new PlainRequest(item, answer, item.Operation == AdmissionOperation.Create ? CelValue.Null : await Stored(item, ct)) : null;
    }

    /// <summary>What the rule makes of it.</summary>
    /// <exception cref="ApiUnreachableException">No answer came.</exception>
    public async Task<EngineAnswer> Answer(PlainRequest request, RuleJudge judge, Mark mark, CancellationToken ct)
    {
        var item = request.Item;
        var asked = RequestBuilder.Of(item, mark, snapshot.User, item.Object is null ? CelValue.Null : JsonInput.Read(request.Answer.Body), request.Old);
        var mutation = judge.Mutate(asked, snapshot.Cluster);
        if (!mutation.Allowed)
        {
            return new EngineAnswer(Refused(mutation), Judged: true);
        }

        var answer = request.Answer;
        if (mutation.Changed is { } changed)
        {
            answer = await _dryRun.Send(item with { Object = LiveObject.Again(changed) }, plain, ct);
            if (answer.Kind != AnswerKind.Admitted)
            {
                return new EngineAnswer(answer, Judged: true);
            }

            asked = asked with { Object = JsonInput.Read(answer.Body) };
        }

        var verdict = judge.Validate(asked, snapshot.Cluster);
        return new EngineAnswer(Judged(answer, verdict), mutation.Evaluated + verdict.Evaluated > 0);
    }

    private static Answer Refused(MutationVerdict mutation) => mutation.Fatal is { } fatal
        ? new Answer(fatal.Code >= FirstServerError ? AnswerKind.Failed : AnswerKind.Rejected, fatal.Code, fatal.Reason, RuleJudge.Refusal(mutation), [], null, "")
        : new Answer(AnswerKind.Refused, Forbidden, mutation.Failures.First(failure => !failure.Ignored).Reason, RuleJudge.Refusal(mutation), [], null, "");

    private static Answer Judged(Answer answer, ValidationVerdict verdict)
    {
        string[] warnings = [.. answer.Warnings, .. RuleJudge.Warnings(verdict)];
        return verdict.Denial is { } denial
            ? new Answer(AnswerKind.Refused, denial.Code, denial.Reason, denial.Message, warnings, null, "")
            : answer with { Warnings = warnings };
    }

    private async Task<CelValue> Stored(CorpusItem item, CancellationToken ct)
    {
        await using var response = await apiserver.Client.Transport.Send(new ApiRequest(HttpMethod.Get, item.Type.Path(item.Namespace, item.Name)), ct);
        using var body = new MemoryStream();
        await response.Body.CopyToAsync(body, ct);
        return response.StatusCode == 200 ? JsonInput.Read(body.ToArray()) : CelValue.Null;
    }
}
