namespace Reenact.Tests.States;

internal sealed record Cart(string Customer, List<CartLine> Lines);

internal sealed record CartLine(string Item, int Quantity);
