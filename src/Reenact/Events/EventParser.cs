namespace Reenact.Events;

/// <summary>Makes typed events of the bytes of whole events.</summary>
internal static class EventParser
{
    /// <summary>Reads an event.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="bytes">The whole event, and nothing else.</param>
    /// <param name="context">What it refers to.</param>
    /// <exception cref="ValueFormatException">It is not what its kind demands; the message continues "event n: ".</exception>
    public static RecordedEvent Parse(long sequence, ReadOnlyMemory<byte> bytes, IEventContext context)
    {
        var cursor = new MessagePackCursor(bytes.Span);
        if (!EventHead.TryRead(ref cursor, out var head))
            throw new ValueFormatException("it is no array of kind, time and span");

        if (head.Time < 0)
            throw new ValueFormatException("it is from before the session's start");

        var fields = new EventFields(bytes, cursor, context.Blobs);
        return head.Kind switch
        {
            EventKind.SessionStarted => SessionStartParser.Parse(sequence, head, ref fields),
            EventKind.CallStarted => new CallStartedEvent(sequence, head)
            {
                ParentSpan = fields.Integer("parent span"),
                Method = Method(ref fields, context),
                Arguments = Arguments(sequence, fields.Values("list of arguments"), context),
                Agent = Name(ref fields, context),
                Live = fields.Flag("mark for live calls"),
            },
            EventKind.CallReturned => new CallReturnedEvent(sequence, head)
            {
                Result = fields.Value(),
                Outs = fields.Values("list of out and ref values"),
                Completion = (ResultCompletion)fields.Choice("completion"),
            },
            EventKind.CallFailed => CallFailed(sequence, head, ref fields),
            EventKind.StreamItem => new StreamItemEvent(sequence, head)
            {
                Item = fields.Value(),
                Completion = (ResultCompletion)fields.Choice("completion"),
            },
            EventKind.StreamEnded => new StreamEndedEvent(sequence, head)
            {
                Ending = (StreamEnding)fields.Choice("ending"),
                Completion = (ResultCompletion)fields.Choice("completion"),
            },
            EventKind.ValueCaptured => new ValueCapturedEvent(sequence, head)
            {
                Source = (CaptureSource)fields.Choice("source"),
                Name = fields.OptionalText(),
                Value = fields.Value(),
            },
            EventKind.Snapshot => new SnapshotEvent(sequence, head)
            {
                Name = fields.Text("name"),
                Version = fields.OptionalInteger("version"),
                IsDelta = fields.Choice("kind") != 0,
                State = fields.Value(),
            },
            EventKind.Environment => new EnvironmentEvent(sequence, head)
            {
                Environment = (EnvironmentKind)fields.Choice("kind"),
                Name = fields.Text("name"),
                Version = fields.OptionalText(),
                ContentHash = fields.Binary("content hash"),
                Content = fields.Value(),
            },
            EventKind.Decision => new DecisionEvent(sequence, head)
            {
                Name = fields.Text("name"),
                Chosen = fields.Value(),
                Alternatives = fields.Values("list of alternatives"),
                Rationale = fields.OptionalText(),
            },
            EventKind.Link => new LinkEvent(sequence, head)
            {
                From = fields.Value(),
                To = fields.Value(),
                Relation = (LinkRelation)fields.Choice("relation"),
            },
            EventKind.Note => new NoteEvent(sequence, head)
            {
                Author = fields.OptionalText(),
                Text = fields.Text("text"),
            },
            EventKind.SessionEnded => new SessionEndedEvent(sequence, head)
            {
                Outcome = (Outcome)fields.Choice("outcome"),
                ErrorCode = fields.OptionalText(),
                Message = fields.OptionalText(),
                FinalOutput = fields.Value(),
                Exactness = (Exactness)fields.Choice("exactness"),
                FreeCause = fields.Choice("cause") is > 0 and var cause ? (FreeCause)cause : null,
                FreeSince = fields.OptionalInteger("event of the cause"),
            },
            EventKind.Progress => new ProgressEvent(sequence, head)
            {
                Value = fields.Value(),
                Parameter = fields.Choice("parameter"),
                Completion = (ResultCompletion)fields.Choice("completion"),
            },
            EventKind.Definition => Definition(sequence, head, ref fields),
            EventKind.Blob => new BlobEvent(sequence, head) { Id = fields.Id("id"), Content = fields.Binary("content") },
            EventKind.Log => new LogEvent(sequence, head)
            {
                Level = fields.Choice("level"),
                Category = fields.OptionalText(),
                Message = fields.Text("message"),
                Exception = fields.OptionalText(),
            },
            EventKind.Resumed => new ResumedEvent(sequence, head)
            {
                Flow = fields.Bits("flow"),
                Continuations = fields.OptionalInteger("number of continuations"),
            },
            _ => new UnknownEvent(sequence, head) { Bytes = bytes },
        };
    }

    private static MethodDefinition Method(ref EventFields fields, IEventContext context)
    {
        var id = fields.Id("method");
        return context.FindDefinition(id)?.Method ?? throw new ValueFormatException($"it calls method {id}, which is not defined");
    }

    /// <summary>Lists that grew from others are put together when they are asked for.</summary>
    private static RecordedValue[] Arguments(long sequence, RecordedValue[] arguments, IEventContext context)
    {
        for (var place = 0; place < arguments.Length; place++)
        {
            var stored = arguments[place].Stored;
            if (GrownList.Is(stored.Span))
                arguments[place] = new RecordedValue(stored, context.Blobs, new GrownArgument(sequence, place, stored, context.Lists));
        }

        return arguments;
    }

    /// <summary>A name, as text or as the id of a definition.</summary>
    private static string? Name(ref EventFields fields, IEventContext context)
    {
        if (!fields.TryId(out var id))
            return fields.OptionalText();
        return context.FindDefinition(id)?.Name ?? throw new ValueFormatException($"it refers to name {id}, which is not defined");
    }

    private static CallFailedEvent CallFailed(long sequence, EventHead head, ref EventFields fields)
    {
        var failure = FailureWithoutInner(ref fields);
        var outs = fields.Values("list of out and ref values");
        failure = failure with { Inner = Inner(ref fields) };
        var completion = (FailureCompletion)fields.Choice("completion");
        return new CallFailedEvent(sequence, head)
        {
            Failure = WithDetails(failure, ref fields),
            Outs = outs,
            Completion = completion,
            Others = Failures(ref fields),
        };
    }

    private static RecordedFailure FailureWithoutInner(ref EventFields fields) => new()
    {
        Type = fields.Text("exception type"),
        Message = fields.Text("exception message"),
        Code = fields.Value(),
        Canceled = fields.Flag("mark for cancellation"),
        Data = fields.Value(),
    };

    /// <summary>Exceptions within exceptions are arrays within arrays, so the nesting cap bounds the recursion.</summary>
    private static RecordedFailure? Inner(ref EventFields fields)
    {
        if (!fields.HasValue)
        {
            fields.Next();
            return null;
        }

        var inner = fields.Inner("inner exception");
        var failure = FailureWithoutInner(ref inner);
        failure = failure with { Inner = Inner(ref inner) };
        return WithDetails(failure, ref inner);
    }

    private static RecordedFailure WithDetails(RecordedFailure failure, ref EventFields fields)
    {
        var code = fields.OptionalInteger("HRESULT");
        return failure with
        {
            HResult = code is >= int.MinValue and <= int.MaxValue ? (int)code : null,
            Properties = fields.Texts("properties of the exception"),
            FurtherInner = Failures(ref fields),
            BaseTypes = Names(ref fields, "base type", isInline: false),
        };
    }

    private static RecordedFailure[] Failures(ref EventFields fields)
    {
        if (!fields.HasValue)
        {
            fields.Next();
            return [];
        }

        var list = fields.List("list of exceptions", out var count);
        var failures = new List<RecordedFailure>();
        for (; count > 0; count--)
        {
            failures.Add(Inner(ref list) ?? throw new ValueFormatException("its list of exceptions has one that is nil"));
        }

        return [.. failures];
    }

    private static DefinitionEvent Definition(long sequence, EventHead head, ref EventFields fields)
    {
        var id = fields.Id("id");
        var name = fields.InlineText("name");
        if (!fields.HasValue)
            return new DefinitionEvent(sequence, head) { Id = id, Name = name };

        var kind = (CallKind)fields.Choice("call kind");
        var parameters = Names(ref fields, "parameter");
        var method = new MethodDefinition(id, name, kind, parameters, fields.Bits("signature"), fields.Bits("mask of ignored parameters"))
        {
            OutNames = Names(ref fields, "out or ref value"),
            ProgressNames = Names(ref fields, "progress parameter"),
        };
        return new DefinitionEvent(sequence, head) { Id = id, Name = name, Method = method };
    }

    private static string[] Names(ref EventFields fields, string of, bool isInline = true)
    {
        if (!fields.HasValue)
        {
            fields.Next();
            return [];
        }

        var names = new string[fields.Array($"list of {of} names")];
        for (var index = 0; index < names.Length; index++)
            names[index] = isInline ? fields.InlineText($"{of} name") : fields.Text($"{of} name");
        return names;
    }
}
