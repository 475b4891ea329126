namespace Reenact.Extensions.DependencyInjection;

/// <summary>The key of what one registration decorates: equal to nothing but itself, so that nobody else can ask for it.</summary>
internal sealed class UndecoratedKey
{
    /// <summary>That of what open generic registrations decorate.</summary>
    public static UndecoratedKey OfOpen { get; } = new();
}
