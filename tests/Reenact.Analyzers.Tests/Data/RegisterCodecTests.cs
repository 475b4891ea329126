namespace Reenact.Analyzers.Tests.Data;

public sealed class RegisterCodecTests
{
    private const string Tools = """
        public partial class Tools
        {
            [Recorded]
            public partial int Book(Acme.IOwner OWNER, List<Acme.IOwner> OTHERS);

            private int BookCore(Acme.IOwner owner, List<Acme.IOwner> others) => 1;
        }
        """;

    private const string Owner = """
        namespace Acme;

        public enum Rank
        {
            Low,
        }

        /// <summary>Who owns.</summary>
        public interface IOwner : INamed
        {
            int Age { get; }

            List<string?> Tags { get; }

            Rank Rank { get; }

            Action Callback { get; }
        }

        public interface INamed
        {
            string Reader { get; }
        }
        """;

    [Fact]
    public Task The_fix_writes_a_codec_beside_the_type_and_names_it_there_once() => RegisterCodecVerifier.VerifyAsync(
        [Tools.Replace("OWNER", "{|REEN3001:owner|}", StringComparison.Ordinal).Replace("OTHERS", "{|REEN3001:others|}", StringComparison.Ordinal), Owner],
        [
            Tools.Replace("OWNER", "owner", StringComparison.Ordinal).Replace("OTHERS", "others", StringComparison.Ordinal),
            """
            namespace Acme;

            public enum Rank
            {
                Low,
            }

            /// <summary>Who owns.</summary>
            [ValueCodec(typeof(OwnerCodec))]
            public interface IOwner : INamed
            {
                int Age { get; }

                List<string?> Tags { get; }

                Rank Rank { get; }

                Action Callback { get; }
            }

            internal readonly struct OwnerCodec : IValueCodec<IOwner>
            {
                public static void Write(ref MessagePack.MessagePackWriter writer, IOwner value, ValueWriteContext context)
                {
                    if (value is null)
                    {
                        writer.WriteNil();
                        return;
                    }

                    context.Enter();
                    writer.WriteMapHeader(4);
                    writer.Write("Reader");
                    Reenact.Shims.StringCodec.Write(ref writer, value.Reader, context);
                    writer.Write("Age");
                    Reenact.Shims.Int32Codec.Write(ref writer, value.Age, context);
                    writer.Write("Tags");
                    Reenact.Shims.ListCodec<string, Reenact.Shims.StringCodec>.Write(ref writer, value.Tags, context);
                    writer.Write("Rank");
                    context.WriteText(ref writer, value.Rank.ToString());
                    // Callback is not recorded: Action has no codec to name here.
                    context.Leave();
                }

                public static IOwner Read(ref MessagePack.MessagePackReader reader, ValueReadContext context)
                {
                    if (reader.TryReadNil())
                    {
                        return null!;
                    }

                    string itsReader = default!;
                    int age = default;
                    List<string> tags = default!;
                    Rank rank = default;
                    context.Enter();
                    for (var left = reader.ReadMapHeader(); left > 0; left--)
                    {
                        switch (context.ReadText(ref reader))
                        {
                            case "Reader":
                                itsReader = Reenact.Shims.StringCodec.Read(ref reader, context);
                                break;
                            case "Age":
                                age = Reenact.Shims.Int32Codec.Read(ref reader, context);
                                break;
                            case "Tags":
                                tags = Reenact.Shims.ListCodec<string, Reenact.Shims.StringCodec>.Read(ref reader, context);
                                break;
                            case "Rank":
                                if (!Enum.TryParse(context.ReadText(ref reader), out rank))
                                {
                                    throw new ValueFormatException("IOwner.Rank was recorded with a name that it doesn't have.");
                                }

                                break;
                            default:
                                reader.Skip();
                                break;
                        }
                    }

                    context.Leave();
                    throw new NotSupportedException("Say how to make IOwner again.");
                }
            }

            public interface INamed
            {
                string Reader { get; }
            }
            """,
        ]);

    [Fact]
    public Task Several_types_of_one_name_get_codecs_of_their_own_and_one_that_exists_is_used() => RegisterCodecVerifier.VerifyAsync(
        [
            """
            public partial class Tools
            {
                [Recorded]
                public partial int Book(IOwner {|REEN3001:owner|}, Owner {|REEN3001:other|}, IKnown {|REEN3001:known|});

                private int BookCore(IOwner owner, Owner other, IKnown known) => 1;

                public interface IInner { }

                [Recorded]
                public partial {|REEN3001:IInner|} Find();

                private IInner FindCore() => null!;
            }
            """,
            """
            public interface IOwner;
            public abstract class Owner
            {
            }

            public interface IKnown;
            public struct KnownCodec : IValueCodec<IKnown>
            {
                public static void Write(ref MessagePack.MessagePackWriter writer, IKnown value, ValueWriteContext context) => writer.WriteNil();
                public static IKnown Read(ref MessagePack.MessagePackReader reader, ValueReadContext context) => null!;
            }
            """,
        ],
        ["""
            public partial class Tools
            {
                [Recorded]
                public partial int Book(IOwner owner, Owner other, IKnown known);

                private int BookCore(IOwner owner, Owner other, IKnown known) => 1;

                [ValueCodec(typeof(InnerCodec))]
                public interface IInner { }

                internal readonly struct InnerCodec : IValueCodec<IInner>
                {
                    public static void Write(ref MessagePack.MessagePackWriter writer, IInner value, ValueWriteContext context)
                    {
                        if (value is null)
                        {
                            writer.WriteNil();
                            return;
                        }

                        context.Enter();
                        writer.WriteMapHeader(0);
                        context.Leave();
                    }

                    public static IInner Read(ref MessagePack.MessagePackReader reader, ValueReadContext context)
                    {
                        if (reader.TryReadNil())
                        {
                            return null!;
                        }

                        context.Enter();
                        for (var left = reader.ReadMapHeader(); left > 0; left--)
                        {
                            switch (context.ReadText(ref reader))
                            {
                                default:
                                    reader.Skip();
                                    break;
                            }
                        }

                        context.Leave();
                        throw new NotSupportedException("Say how to make IInner again.");
                    }
                }

                [Recorded]
                public partial IInner Find();

                private IInner FindCore() => null!;
            }
            """, """
            [ValueCodec(typeof(OwnerCodec))]
            public interface IOwner;

            internal readonly struct OwnerCodec : IValueCodec<IOwner>
            {
                public static void Write(ref MessagePack.MessagePackWriter writer, IOwner value, ValueWriteContext context)
                {
                    if (value is null)
                    {
                        writer.WriteNil();
                        return;
                    }

                    context.Enter();
                    writer.WriteMapHeader(0);
                    context.Leave();
                }

                public static IOwner Read(ref MessagePack.MessagePackReader reader, ValueReadContext context)
                {
                    if (reader.TryReadNil())
                    {
                        return null!;
                    }

                    context.Enter();
                    for (var left = reader.ReadMapHeader(); left > 0; left--)
                    {
                        switch (context.ReadText(ref reader))
                        {
                            default:
                                reader.Skip();
                                break;
                        }
                    }

                    context.Leave();
                    throw new NotSupportedException("Say how to make IOwner again.");
                }
            }

            [ValueCodec(typeof(OwnerCodec2))]
            public abstract class Owner
            {
            }

            internal readonly struct OwnerCodec2 : IValueCodec<Owner>
            {
                public static void Write(ref MessagePack.MessagePackWriter writer, Owner value, ValueWriteContext context)
                {
                    if (value is null)
                    {
                        writer.WriteNil();
                        return;
                    }

                    context.Enter();
                    writer.WriteMapHeader(0);
                    context.Leave();
                }

                public static Owner Read(ref MessagePack.MessagePackReader reader, ValueReadContext context)
                {
                    if (reader.TryReadNil())
                    {
                        return null!;
                    }

                    context.Enter();
                    for (var left = reader.ReadMapHeader(); left > 0; left--)
                    {
                        switch (context.ReadText(ref reader))
                        {
                            default:
                                reader.Skip();
                                break;
                        }
                    }

                    context.Leave();
                    throw new NotSupportedException("Say how to make Owner again.");
                }
            }

            [ValueCodec(typeof(KnownCodec))]
            public interface IKnown;
            public struct KnownCodec : IValueCodec<IKnown>
            {
                public static void Write(ref MessagePack.MessagePackWriter writer, IKnown value, ValueWriteContext context) => writer.WriteNil();
                public static IKnown Read(ref MessagePack.MessagePackReader reader, ValueReadContext context) => null!;
            }
            """]);

    [Fact]
    public Task What_can_be_made_again_of_its_members_is() => RegisterCodecVerifier.VerifyAsync(
        [
            """
            // A licence.
            public partial class Tools
            {
                [Recorded]
                public partial int Send(System.Text.Json.JsonReaderOptions {|REEN3001:options|});

                private int SendCore(System.Text.Json.JsonReaderOptions options) => 1;
            }
            """,
        ],
        ["""
            // A licence.
            [assembly: ValueCodec(typeof(System.Text.Json.JsonReaderOptions), typeof(JsonReaderOptionsCodec))]

            public partial class Tools
            {
                [Recorded]
                public partial int Send(System.Text.Json.JsonReaderOptions options);

                private int SendCore(System.Text.Json.JsonReaderOptions options) => 1;
            }

            internal readonly struct JsonReaderOptionsCodec : IValueCodec<System.Text.Json.JsonReaderOptions>
            {
                public static void Write(ref MessagePack.MessagePackWriter writer, System.Text.Json.JsonReaderOptions value, ValueWriteContext context)
                {
                    context.Enter();
                    writer.WriteMapHeader(4);
                    writer.Write("AllowTrailingCommas");
                    Reenact.Shims.BooleanCodec.Write(ref writer, value.AllowTrailingCommas, context);
                    writer.Write("AllowMultipleValues");
                    Reenact.Shims.BooleanCodec.Write(ref writer, value.AllowMultipleValues, context);
                    writer.Write("CommentHandling");
                    context.WriteText(ref writer, value.CommentHandling.ToString());
                    writer.Write("MaxDepth");
                    Reenact.Shims.Int32Codec.Write(ref writer, value.MaxDepth, context);
                    context.Leave();
                }

                public static System.Text.Json.JsonReaderOptions Read(ref MessagePack.MessagePackReader reader, ValueReadContext context)
                {
                    bool allowTrailingCommas = default;
                    bool allowMultipleValues = default;
                    System.Text.Json.JsonCommentHandling commentHandling = default;
                    int maxDepth = default;
                    context.Enter();
                    for (var left = reader.ReadMapHeader(); left > 0; left--)
                    {
                        switch (context.ReadText(ref reader))
                        {
                            case "AllowTrailingCommas":
                                allowTrailingCommas = Reenact.Shims.BooleanCodec.Read(ref reader, context);
                                break;
                            case "AllowMultipleValues":
                                allowMultipleValues = Reenact.Shims.BooleanCodec.Read(ref reader, context);
                                break;
                            case "CommentHandling":
                                if (!Enum.TryParse(context.ReadText(ref reader), out commentHandling))
                                {
                                    throw new ValueFormatException("JsonReaderOptions.CommentHandling was recorded with a name that it doesn't have.");
                                }

                                break;
                            case "MaxDepth":
                                maxDepth = Reenact.Shims.Int32Codec.Read(ref reader, context);
                                break;
                            default:
                                reader.Skip();
                                break;
                        }
                    }

                    context.Leave();
                    return new System.Text.Json.JsonReaderOptions() { AllowTrailingCommas = allowTrailingCommas, AllowMultipleValues = allowMultipleValues, CommentHandling = commentHandling, MaxDepth = maxDepth };
                }
            }

            """]);

    [Fact]
    public Task What_a_codec_is_no_way_out_for_has_no_such_fix() => RegisterCodecVerifier.VerifyNoFixAsync("""
        public interface IPage<T>;

        public partial class Tools
        {
            [Recorded]
            public partial int Find(
                HttpClient {|REEN3001:client|},
                Action {|REEN3001:log|},
                IPage<int> {|REEN3001:page|},
                Exception {|REEN3001:failure|},
                object {|REEN3001:any|},
                (int, Action) {|REEN3001:pair|});

            private int FindCore(HttpClient client, Action log, IPage<int> page, Exception failure, object any, (int, Action) pair) => 1;
        }
        """);
}
