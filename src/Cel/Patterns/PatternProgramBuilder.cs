namespace Daytwo.Cel.Patterns;

/// <summary>Builds the automaton of a pattern, each part before the instruction that follows it. Repetitions are unfolded as RE2 does, which decides what of several matches is first.</summary>
internal sealed class PatternProgramBuilder
{
    private readonly List<PatternInstruction> _instructions = [];
    private readonly Dictionary<RuneSet, int> _sets = [];
    private readonly bool _backwards;
    private bool _asserts;

    private PatternProgramBuilder(bool backwards) => _backwards = backwards;

    /// <param name="backwards">The automaton reads from the end.</param>
    public static PatternProgram Build(PatternNode pattern, bool backwards)
    {
        var builder = new PatternProgramBuilder(backwards);
        var match = builder.Add(PatternOperation.Match, 0, 0);
        var start = builder.Part(pattern, match);
        var anchored = backwards || BeginsAtEdge(pattern);
        return new PatternProgram([.. builder._instructions], start, [.. builder._sets.Keys], anchored, builder._asserts);
    }

    private static bool BeginsAtEdge(PatternNode node) => node switch
    {
        AssertionNode { Assertion: Assertion.BeginText } => true,
        CaptureNode capture => BeginsAtEdge(capture.Item),
        SequenceNode sequence => BeginsAtEdge(sequence.Items[0]),
        AlternativesNode alternatives => alternatives.Items.All(BeginsAtEdge),
        RepeatNode { Min: > 0 } repeat => BeginsAtEdge(repeat.Item),
        _ => false,
    };

    private static bool IsNullable(PatternNode node) => node switch
    {
        SetNode => false,
        CaptureNode capture => IsNullable(capture.Item),
        SequenceNode sequence => sequence.Items.All(IsNullable),
        AlternativesNode alternatives => alternatives.Items.Any(IsNullable),
        RepeatNode repeat => repeat.Min == 0 || IsNullable(repeat.Item),
        _ => true,
    };

    private int Add(PatternOperation operation, int next, int argument)
    {
        _instructions.Add(new PatternInstruction(operation, next, argument));
        return _instructions.Count - 1;
    }

    private int Fork(int first, int second, bool greedy) => greedy ? Add(PatternOperation.Fork, first, second) : Add(PatternOperation.Fork, second, first);

    private int Part(PatternNode node, int next)
    {
        switch (node)
        {
            case SetNode set:
                if (!_sets.TryGetValue(set.Set, out var number))
                {
                    number = _sets.Count;
                    _sets.Add(set.Set, number);
                }

                return Add(PatternOperation.Take, next, number);
            case AssertionNode assertion:
                _asserts = true;
                return Add(PatternOperation.Assert, next, (int)assertion.Assertion);
            case CaptureNode capture:
                return Part(capture.Item, next);
            case SequenceNode sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    next = Part(sequence.Items[_backwards ? i : sequence.Items.Count - 1 - i], next);
                }

                return next;
            case AlternativesNode alternatives:
                var start = Part(alternatives.Items[^1], next);
                for (var i = alternatives.Items.Count - 2; i >= 0; i--)
                {
                    start = Fork(Part(alternatives.Items[i], next), start, greedy: true);
                }

                return start;
            case RepeatNode repeat:
                return Repeated(repeat, next);
            default:
                return next;
        }
    }

    private int Repeated(RepeatNode repeat, int next)
    {
        var required = repeat.Min;
        if (repeat.Max < 0)
        {
            if (required > 0)
            {
                next = OneOrMore(repeat, next);
                required--;
            }
            else
            {
                next = IsNullable(repeat.Item) ? Fork(OneOrMore(repeat, next), next, repeat.Greedy) : ZeroOrMore(repeat, next);
            }
        }
        else
        {
            var skip = next;
            for (var i = repeat.Min; i < repeat.Max; i++)
            {
                next = Fork(Part(repeat.Item, next), skip, repeat.Greedy);
            }
        }

        for (var i = 0; i < required; i++)
        {
            next = Part(repeat.Item, next);
        }

        return next;
    }

    private int ZeroOrMore(RepeatNode repeat, int next)
    {
        var loop = Add(PatternOperation.Fork, 0, 0);
        Close(loop, Part(repeat.Item, loop), next, repeat.Greedy);
        return loop;
    }

    private int OneOrMore(RepeatNode repeat, int next)
    {
        var loop = Add(PatternOperation.Fork, 0, 0);
        var body = Part(repeat.Item, loop);
        Close(loop, body, next, repeat.Greedy);
        return body;
    }

    private void Close(int loop, int body, int next, bool greedy) =>
        _instructions[loop] = greedy ? new PatternInstruction(PatternOperation.Fork, body, next) : new PatternInstruction(PatternOperation.Fork, next, body);
}
