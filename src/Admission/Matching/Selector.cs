using System.Text;
using Daytwo.Cel.Values;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Admission.Matching;

/// <summary>A label selector over JSON labels, without a dictionary.</summary>
internal sealed class Selector
{
    private readonly Requirement[] _requirements;

    private Selector(Requirement[] requirements, string? problem)
    {
        _requirements = requirements;
        Problem = problem;
    }

    /// <summary>Why it is no selector; null when it is one.</summary>
    public string? Problem { get; }

    public bool IsEmpty => _requirements.Length == 0 && Problem is null;

    public static Selector Of(LabelSelector? selector)
    {
        var requirements = new List<Requirement>();
        foreach (var (key, value) in selector?.MatchLabels ?? new Dictionary<string, string>())
        {
            requirements.Add(new(key, Wanted.In, [Encoding.UTF8.GetBytes(value)]));
        }

        foreach (var expression in selector?.MatchExpressions ?? [])
        {
            Wanted? wanted = expression.Operator switch
            {
                "In" => Wanted.In,
                "NotIn" => Wanted.NotIn,
                "Exists" => Wanted.Exists,
                "DoesNotExist" => Wanted.DoesNotExist,
                _ => null,
            };
            if (wanted is null)
            {
                return new([], $"\"{expression.Operator}\" is not a valid label selector operator");
            }

            requirements.Add(new(expression.Key, wanted.Value, [.. (expression.Values ?? []).Select(Encoding.UTF8.GetBytes)]));
        }

        return new([.. requirements], null);
    }

    /// <summary>Whether an object's labels satisfy all requirements; an object without any is as one with none.</summary>
    public bool Matches(CelValue value)
    {
        var labels = value.Kind == CelKind.Map && value.TryGet("metadata", out var metadata) && metadata.Kind == CelKind.Map && metadata.TryGet("labels", out var found) ? found : CelValue.Null;
        foreach (var requirement in _requirements)
        {
            if (!requirement.Matches(labels))
            {
                return false;
            }
        }

        return true;
    }

    private enum Wanted
    {
        In,
        NotIn,
        Exists,
        DoesNotExist,
    }

    private sealed record Requirement(string Key, Wanted Wanted, byte[][] Values)
    {
        public bool Matches(CelValue labels)
        {
            CelValue label = default;
            var has = labels.Kind == CelKind.Map && labels.TryGet(Key, out label) && label.Kind == CelKind.String;
            return Wanted switch
            {
                Wanted.In => has && Contains(label),
                Wanted.NotIn => !has || !Contains(label),
                Wanted.Exists => has,
                _ => !has,
            };
        }

        private bool Contains(CelValue label)
        {
            foreach (var value in Values)
            {
                if (label.Utf8.SequenceEqual(value))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
