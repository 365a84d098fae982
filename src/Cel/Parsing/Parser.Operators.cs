using Daytwo.Cel.Lexing;
using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Parsing;

internal sealed partial class Parser
{
    private Expression Ternary()
    {
        var depth = _expressions.Depth;
        _expressions.Enter();
        var condition = Logical(TokenKind.Or);
        if (Current.Kind == TokenKind.Question)
        {
            var height = _height;
            var offset = Next().Offset;
            var whenTrue = Logical(TokenKind.Or);
            height = Math.Max(height, _height);
            Need(TokenKind.Colon, "':'");
            var whenFalse = Ternary();
            _height = Math.Max(height, _height) + 1;
            condition = CallOrMacro(offset, Operators.Conditional, null, condition, whenTrue, whenFalse);
        }

        _expressions.ReturnTo(depth);
        return condition;
    }

    /// <summary>Chains of || over chains of &amp;&amp;, each as a balanced tree.</summary>
    private Expression Logical(TokenKind kind)
    {
        var first = kind == TokenKind.Or ? Logical(TokenKind.And) : Relation();
        if (Current.Kind != kind)
        {
            return first;
        }

        var height = _height;
        List<Expression> terms = [first];
        List<int> offsets = [];
        while (Current.Kind == kind)
        {
            offsets.Add(Next().Offset);
            terms.Add(kind == TokenKind.Or ? Logical(TokenKind.And) : Relation());
            height = Math.Max(height, _height);
        }

        _height = height;
        return Balanced(kind == TokenKind.Or ? Operators.Or : Operators.And, terms, offsets, 0, offsets.Count - 1);
    }

    private CallExpression Balanced(string function, List<Expression> terms, List<int> offsets, int low, int high)
    {
        var middle = (low + high + 1) / 2;
        var left = middle == low ? terms[middle] : Balanced(function, terms, offsets, low, middle - 1);
        var right = middle == high ? terms[middle + 1] : Balanced(function, terms, offsets, middle + 1, high);
        return new CallExpression(_nodes.NextId(), offsets[middle], function, null, [left, right]);
    }

    private Expression Relation()
    {
        var depth = _relations.Depth;
        _relations.Enter();
        var left = Calculation(1);
        while (RelationOperator(Current.Kind) is { } function)
        {
            _relations.Enter();
            var height = _height;
            var offset = Next().Offset;
            var inner = _relations.Depth;
            _relations.Enter();
            var right = Calculation(1);
            _relations.ReturnTo(inner);
            _height = Math.Max(height, _height) + 1;
            left = CallOrMacro(offset, function, null, left, right);
        }

        _relations.ReturnTo(depth);
        return left;
    }

    private static string? RelationOperator(TokenKind kind) => kind switch
    {
        TokenKind.Less => Operators.Less,
        TokenKind.LessOrEqual => Operators.LessOrEqual,
        TokenKind.Greater => Operators.Greater,
        TokenKind.GreaterOrEqual => Operators.GreaterOrEqual,
        TokenKind.Equal => Operators.Equal,
        TokenKind.NotEqual => Operators.NotEqual,
        TokenKind.In => Operators.In,
        _ => null,
    };

    /// <summary>Products (precedence 2) in sums (precedence 1).</summary>
    private Expression Calculation(int precedence)
    {
        var depth = _calculations.Depth;
        _calculations.Enter();
        var left = Unary();
        while (CalculationOperator(Current.Kind) is var (function, own) && own >= precedence)
        {
            _calculations.Enter();
            var height = _height;
            var offset = Next().Offset;
            var right = Calculation(own + 1);
            _height = Math.Max(height, _height) + 1;
            left = CallOrMacro(offset, function, null, left, right);
        }

        _calculations.ReturnTo(depth);
        return left;
    }

    private static (string Function, int Precedence) CalculationOperator(TokenKind kind) => kind switch
    {
        TokenKind.Star => (Operators.Multiply, 2),
        TokenKind.Slash => (Operators.Divide, 2),
        TokenKind.Percent => (Operators.Modulo, 2),
        TokenKind.Plus => (Operators.Add, 1),
        TokenKind.Minus => (Operators.Subtract, 1),
        _ => ("", 0),
    };

    private Expression Unary()
    {
        var kind = Current.Kind;
        var isSign = kind == TokenKind.Minus && _tokens[_at + 1].Kind is TokenKind.Int or TokenKind.Double;
        if (kind is not (TokenKind.Not or TokenKind.Minus) || isSign)
        {
            return Member();
        }

        var offset = Current.Offset;
        var count = 0;
        while (Take(kind))
        {
            count++;
        }

        var operand = Member();
        return count % 2 == 0 ? operand : CallOrMacro(offset, kind == TokenKind.Not ? Operators.Not : Operators.Negate, null, operand);
    }
}
