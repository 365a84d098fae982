using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Cel;
using Daytwo.Cel.Json;
using Daytwo.Cel.Schemas;
using Daytwo.Cel.Values;
using Daytwo.Embedded.Schema.Validation;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>Evaluates the rules of a schema on one object, with the API's texts, until its budget is spent.</summary>
/// <param name="warnings">Gets what is wrong with parts that did not change.</param>
internal sealed class RuleValidator(ICollection<string>? warnings)
{
    /// <summary>What all rules on one object may cost.</summary>
    private const long CostBudget = 10_000_000;

    private const string OutOfBudget = "validation failed due to running out of cost budget, no further validation rules will be run";

    private readonly List<FieldError> _errors = [];
    private long _budget = CostBudget;

    /// <param name="old">The stored object on update, null on create.</param>
    public static IReadOnlyList<FieldError> Validate(RuleNode rules, JsonObject value, JsonObject? old, ICollection<string>? warnings)
    {
        var validator = new RuleValidator(warnings);
        var counterpart = old is null ? OldValue.None : OldValue.Of(old);
        validator.Visit(rules, new RuleTarget(FieldPath.None, value, Parse(value), old is null ? CelValue.Null : Parse(old), counterpart, Unchanged: false));
        return validator._errors;
    }

    private static CelValue Parse(JsonObject value) => JsonInput.Read(Encoding.UTF8.GetBytes(value.ToJsonString()));

    private void Visit(RuleNode node, in RuleTarget target)
    {
        if (target.Node is null)
        {
            return;
        }

        Evaluate(node, target);
        foreach (var part in node.AllOf)
        {
            if (_budget >= 0)
            {
                Visit(part, target with { Counterpart = OldValue.None });
            }
        }

        switch (target.Node)
        {
            case JsonArray list when node.Items is not null:
                for (var i = 0; i < list.Count && _budget >= 0; i++)
                {
                    Visit(node.Items, target.Item(i, node.Schema));
                }

                break;
            case JsonObject map:
                VisitMembers(node, map, target);
                break;
        }
    }

    private void VisitMembers(RuleNode node, JsonObject map, in RuleTarget target)
    {
        foreach (var (name, _) in map)
        {
            if (_budget < 0)
            {
                return;
            }

            if (node.Values is not null)
            {
                Visit(node.Values, target.Field(name, node.Schema, target.At.Key(name)));
            }
            else if (node.Properties.TryGetValue(name, out var property))
            {
                Visit(property, target.Field(name, node.Schema, target.At.Child(name)));
            }
        }
    }

    private void Evaluate(RuleNode node, in RuleTarget target)
    {
        if (node.Rules.Count == 0)
        {
            return;
        }

        if (_budget <= 0)
        {
            Stop(node, target, OutOfBudget);
            return;
        }

        var self = SchemaValue.Of(target.Value, node.ValueSchema);
        var old = target.HasOld ? SchemaValue.Of(target.Old, node.ValueSchema) : CelValue.Null;
        foreach (var rule in node.Rules)
        {
            if (rule.Program is null)
            {
                Add(node, target, $"rule compile error: {rule.Error}");
            }
            else if (!rule.UsesOldSelf || target.HasOld || rule.Rule.OptionalOldSelf)
            {
                Evaluate(node, target, rule, self, old);
            }

            if (_budget < 0)
            {
                return;
            }
        }
    }

    private void Evaluate(RuleNode node, in RuleTarget target, CompiledRule rule, CelValue self, CelValue old)
    {
        var environment = node.Environment!;
        var activation = rule.Rule.OptionalOldSelf
            ? new CelActivation(environment.WithOptionalOldSelf).Set(RuleEnvironment.Self, self).Set(RuleEnvironment.OldSelf, target.HasOld ? CelValue.OfOptional(old) : CelValue.NoOptional)
            : Activation(environment, target, self, old);
        var result = rule.Program!.Evaluate(activation);
        if (result.Outcome == CelOutcome.OverBudget)
        {
            Stop(node, target, $"'{result.Error}': no further validation rules will be run due to call cost exceeds limit for rule: {rule.Title}");
            return;
        }

        if (result.Cost > _budget)
        {
            Stop(node, target, OutOfBudget);
            return;
        }

        _budget -= result.Cost;
        if (result.Error is { } error)
        {
            Add(node, target, error.StartsWith("no such overload", StringComparison.Ordinal)
                ? $"'{error}': call arguments did not match a supported operator, function or macro signature for rule: {rule.Title}"
                : $"{error} evaluating rule: {rule.Title}");
        }
        else if (result.Value is not { Kind: CelKind.Bool, AsBool: true })
        {
            Refuse(target, rule, Message(node, target, rule, Activation(environment, target, self, old)));
        }
    }

    private static CelActivation Activation(RuleEnvironment environment, in RuleTarget target, CelValue self, CelValue old)
    {
        var activation = new CelActivation(environment.WithOldSelf).Set(RuleEnvironment.Self, self);
        return target.HasOld ? activation.Set(RuleEnvironment.OldSelf, old) : activation;
    }

    /// <summary>What is said of a rule that does not hold; null when the message spent the budget.</summary>
    private string? Message(RuleNode node, in RuleTarget target, CompiledRule rule, CelActivation activation)
    {
        if (rule.Message is not null)
        {
            var result = rule.Message.Evaluate(activation);
            if (result.Cost > _budget || result.Outcome == CelOutcome.OverBudget)
            {
                Stop(node, target, result.Outcome == CelOutcome.OverBudget
                    ? $"no further validation rules will be run due to call cost exceeds limit for messageExpression: {GoText.Quote(rule.Rule.MessageExpression)}"
                    : "messageExpression evaluation failed due to running out of cost budget, no further validation rules will be run");
                return null;
            }

            _budget -= result.Cost;
            if (result is { Outcome: CelOutcome.Value, Value.Kind: CelKind.String } && RuleMessage.Usable(result.Value.AsString) is { } computed)
            {
                return computed;
            }
        }

        return rule.Rule.Message.Length > 0 ? rule.Rule.Message.Trim() : $"failed rule: {rule.Rule.Rule.Trim()}";
    }

    private void Refuse(in RuleTarget target, CompiledRule rule, string? message)
    {
        if (message is null)
        {
            return;
        }

        var at = RuleMessage.Field(target.At, rule.Rule.FieldPath);
        var error = rule.Rule.Reason switch
        {
            "FieldValueForbidden" => FieldError.Forbidden(at, message),
            "FieldValueRequired" => FieldError.Required(at, message),
            "FieldValueDuplicate" => new(FieldErrorType.Duplicate, at.ToString(), Quoted(target.Node), ""),
            _ => new(FieldErrorType.Invalid, at.ToString(), Quoted(target.Node), message),
        };
        if (!rule.UsesOldSelf && target.IsForgiven)
        {
            warnings?.Add(error.ToString());
        }
        else
        {
            _errors.Add(error);
        }
    }

    /// <summary>The API quotes single values, and neither objects nor lists.</summary>
    private static string? Quoted(JsonNode? value) => value is JsonValue ? GoText.Value(value) : null;

    /// <summary>Where a rule cannot be evaluated, the API quotes the type in place of the value.</summary>
    private void Add(RuleNode node, in RuleTarget target, string message) => _errors.Add(FieldError.Invalid(target.At, node.Schema.Type, message));

    private void Stop(RuleNode node, in RuleTarget target, string message)
    {
        Add(node, target, message);
        _budget = -1;
    }
}
