using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Access;

/// <summary>Answers the reviews: questions that are posted like objects but never stored. Everything is allowed here.</summary>
internal static class Reviews
{
    /// <summary>Whether a kind is a review.</summary>
    public static bool Has(string kind) => kind is "SelfSubjectAccessReview" or "SelfSubjectRulesReview" or "SubjectAccessReview"
        or "LocalSubjectAccessReview" or "SelfSubjectReview";

    public static Answer<JsonObject> Answer(ResourceRequest request, string now)
    {
        if (RequestBody.Object(request, request.Kind).Refused(out var body, out var fault))
        {
            return fault;
        }

        var review = (JsonObject)body.Value!;
        switch (request.Kind.Kind)
        {
            case "SelfSubjectRulesReview":
                review["spec"] = new JsonObject();
                review["status"] = Rules();
                break;
            case "SelfSubjectReview":
                review.Metadata()["creationTimestamp"] = now;
                review["status"] = new JsonObject { ["userInfo"] = User(request.Caller) };
                break;
            default:
                review["status"] = new JsonObject { ["allowed"] = true };
                break;
        }

        review.Metadata();
        return review;
    }

    private static JsonObject Rules() => new()
    {
        ["resourceRules"] = new JsonArray(new JsonObject
        {
            ["verbs"] = new JsonArray("*"), ["apiGroups"] = new JsonArray("*"), ["resources"] = new JsonArray("*"),
        }),
        ["nonResourceRules"] = new JsonArray(new JsonObject { ["verbs"] = new JsonArray("*"), ["nonResourceURLs"] = new JsonArray("*") }),
        ["incomplete"] = false,
    };

    private static JsonObject User(Caller caller) => new()
    {
        ["username"] = caller.UserName,
        ["groups"] = new JsonArray([.. caller.Groups.Select(g => (JsonNode)g)]),
    };
}
