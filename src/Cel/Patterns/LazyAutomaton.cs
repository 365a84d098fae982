namespace Daytwo.Cel.Patterns;

/// <summary>
/// A program as deterministic automaton, made state by state while texts are read; each code point is read once, so time is linear in the text. Safe for several threads. When its
/// states take too much memory it forgets them and begins anew.
/// </summary>
/// <param name="backwards">The program reads from the end, and the longest match is wanted; otherwise the first alternative wins.</param>
internal sealed class LazyAutomaton(PatternProgram program, bool backwards)
{
    private const int MaxCells = 1 << 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<AutomatonState, AutomatonState> _states = [];
    private readonly AutomatonState?[] _initial = new AutomatonState?[8];
    private readonly Stack<int> _stack = new();
    private readonly bool[] _visited = new bool[program.Instructions.Length];
    private readonly bool[] _listed = new bool[program.Instructions.Length];
    private readonly List<int> _touched = [];
    private readonly List<int> _threads = [];
    private int _cells;

    /// <summary>What is read: classes of code points.</summary>
    public RuneClasses Classes { get; } = new(program);

    /// <summary>The state before anything was read.</summary>
    /// <param name="passed">What stands behind the place.</param>
    public AutomatonState Initial(Surroundings passed)
    {
        passed = program.Asserts ? passed : Surroundings.Other;
        var slot = (int)passed;
        return Volatile.Read(ref _initial[slot]) ?? Begin(passed, slot);
    }

    /// <summary>The state after a code point of <paramref name="runeClass"/>, or at the edge.</summary>
    public AutomatonState Step(AutomatonState state, int runeClass) => Volatile.Read(ref state.Next[runeClass]) ?? Make(state, runeClass);

    private AutomatonState Begin(Surroundings passed, int slot)
    {
        lock (_lock)
        {
            int[] threads = program.Anchored ? [program.Start] : [];
            var state = Intern(new AutomatonState(threads, passed, matched: false, searching: !program.Anchored, Classes.Count + 1));
            Volatile.Write(ref _initial[slot], state);
            return state;
        }
    }

    private AutomatonState Make(AutomatonState state, int runeClass)
    {
        lock (_lock)
        {
            if (_cells > MaxCells)
            {
                _states.Clear();
                Array.Clear(_initial);
                _cells = 0;
            }

            var beside = Classes.SurroundingsOf(runeClass);
            var holds = backwards ? beside.With(state.Passed) : state.Passed.With(beside);
            var matched = Advance(state, runeClass, holds);
            var searching = state.Searching && !matched && runeClass != Classes.Edge;
            var next = Intern(new AutomatonState([.. _threads], program.Asserts ? beside : Surroundings.Other, matched, searching, Classes.Count + 1));
            Forget();
            Volatile.Write(ref state.Next[runeClass], next);
            return next;
        }
    }

    /// <summary>Runs all threads of a state over one code point into <see cref="_threads"/>; true when one matched before it.</summary>
    private bool Advance(AutomatonState state, int runeClass, Assertion holds)
    {
        var matched = false;
        foreach (var thread in state.Threads)
        {
            if (Follow(thread, runeClass, holds))
            {
                matched = true;
                if (!backwards)
                {
                    return true;
                }
            }
        }

        return (state.Searching && Follow(program.Start, runeClass, holds)) || matched;
    }

    /// <summary>Runs one thread; true when it matched, in which case a forward run leaves what is later undone.</summary>
    private bool Follow(int thread, int runeClass, Assertion holds)
    {
        var matched = false;
        _stack.Push(thread);
        while (_stack.TryPop(out var at))
        {
            if (_visited[at])
            {
                continue;
            }

            _visited[at] = true;
            _touched.Add(at);
            var instruction = program.Instructions[at];
            switch (instruction.Operation)
            {
                case PatternOperation.Take:
                    if (Classes.IsMember(runeClass, instruction.Argument) && !_listed[instruction.Next])
                    {
                        _listed[instruction.Next] = true;
                        _threads.Add(instruction.Next);
                    }

                    break;
                case PatternOperation.Fork:
                    _stack.Push(instruction.Argument);
                    _stack.Push(instruction.Next);
                    break;
                case PatternOperation.Assert:
                    if ((holds & (Assertion)instruction.Argument) != 0)
                    {
                        _stack.Push(instruction.Next);
                    }

                    break;
                default:
                    matched = true;
                    if (!backwards)
                    {
                        _stack.Clear();
                    }

                    break;
            }
        }

        return matched;
    }

    private void Forget()
    {
        foreach (var at in _touched)
        {
            _visited[at] = false;
        }

        foreach (var at in _threads)
        {
            _listed[at] = false;
        }

        _touched.Clear();
        _threads.Clear();
    }

    private AutomatonState Intern(AutomatonState state)
    {
        if (_states.TryGetValue(state, out var known))
        {
            return known;
        }

        _states.Add(state, state);
        _cells += Classes.Count + state.Threads.Length + 16;
        return state;
    }
}
