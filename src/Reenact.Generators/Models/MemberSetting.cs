namespace Reenact.Generators.Models;

/// <summary>How a member is set again when a value is read.</summary>
internal enum MemberSetting
{
    /// <summary>It can't be set.</summary>
    None,

    /// <summary>By the constructor alone.</summary>
    Constructor,

    /// <summary>By an object initializer: init-only and required members.</summary>
    Initializer,

    /// <summary>By assignment.</summary>
    Assign,

    /// <summary>The collection it holds is filled.</summary>
    Fill,

    /// <summary>By a setter that is not public, through an accessor.</summary>
    HiddenSetter,

    /// <summary>By its field, through an accessor.</summary>
    HiddenField,
}
