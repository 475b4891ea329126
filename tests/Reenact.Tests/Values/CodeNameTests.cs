using Reenact.Shims;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class CodeNameTests
{
    [Theory]
    [InlineData(typeof(Version), "Version")]
    [InlineData(typeof(List<Version>), "List<Version>")]
    [InlineData(typeof(Dictionary<string, List<Version>[]>), "Dictionary<String, List<Version>[]>")]
    [InlineData(typeof(int[,][]), "Int32[,][]")]
    [InlineData(typeof(Page<Version>.Line<int>), "CodeNameTests.Page<Version>.Line<Int32>")]
    [InlineData(typeof(Page<Version>.Plain), "CodeNameTests.Page<Version>.Plain")]
    [InlineData(typeof(Dictionary<,>), "Dictionary<,>")]
    [InlineData(typeof(Page<>.Line<>), "CodeNameTests.Page<>.Line<>")]
    public void A_type_is_named_as_code_names_it(Type type, string name) => Assert.Equal(name, CodeName.Of(type));

    [Theory]
    [InlineData(typeof(List<>), true)]
    [InlineData(typeof(List<int>), false)]
    [InlineData(typeof(Version), false)]
    public void A_type_without_its_arguments_is_open(Type type, bool open) => Assert.Equal(open, CodeName.IsOpen(type));

    private sealed class Page<T>
    {
        public sealed class Line<TLine>;

        public sealed class Plain;
    }
}
