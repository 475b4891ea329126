namespace Acme;

public abstract partial class Tool
{
    [Recorded]
    public virtual partial string Describe(int detail);

    private string DescribeCore(int detail) => "tool";

    public abstract string Name();
}

public partial class Hammer : Tool
{
    [Recorded]
    public sealed override partial string Describe(int detail);

    private string DescribeCore(int detail) => "hammer";

    [Recorded]
    public override partial string Name();

    private string NameCore() => "Hammer";
}

public partial class Sledge : Hammer
{
    [Recorded]
    public new partial string Describe(int detail);

    private string DescribeCore(int detail) => "sledge";
}
