using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;

namespace Reenact.Generators.Tests.Running;

/// <summary>Random values of any type that <see cref="TypeGraph"/> makes, filled field by field.</summary>
internal static class RandomValues
{
    private static readonly Dictionary<Type, Gen<object>> Leaves = new()
    {
        [typeof(bool)] = Gen.Bool.Select(Boxed),
        [typeof(byte)] = Gen.Byte.Select(Boxed),
        [typeof(short)] = Gen.Short.Select(Boxed),
        [typeof(int)] = Gen.Int.Select(Boxed),
        [typeof(long)] = Gen.Long.Select(Boxed),
        [typeof(ulong)] = Gen.ULong.Select(Boxed),
        [typeof(float)] = Gen.Float.Select(Boxed),
        [typeof(double)] = Gen.Double.Select(Boxed),
        [typeof(decimal)] = Gen.Decimal.Select(Boxed),
        [typeof(char)] = Gen.Char.Select(Boxed),
        [typeof(string)] = Gen.String.Select(Boxed),
        [typeof(Guid)] = Gen.Guid.Select(Boxed),
        [typeof(DateTime)] = Gen.DateTime.Select(Boxed),
        [typeof(TimeSpan)] = Gen.TimeSpan.Select(Boxed),
        [typeof(Half)] = Gen.Float.Select(static number => (object)(Half)number),
        [typeof(TimeOnly)] = Gen.Long[0, TimeSpan.TicksPerDay - 1].Select(static ticks => (object)new TimeOnly(ticks)),
        [typeof(DateTimeOffset)] = Gen.Long[TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay].Select(static ticks => (object)new DateTimeOffset(ticks, TimeSpan.FromHours((int)(ticks % 28) - 14))),
        [typeof(Int128)] = Gen.Long.Select(static number => (object)((Int128)number * number * number)),
        [typeof(nint)] = Gen.Int.Select(static number => (object)(nint)number),
        [typeof(System.Numerics.BigInteger)] = Gen.Long.Select(static number => (object)System.Numerics.BigInteger.Pow(number, (int)(number & 31))),
        [typeof(DateOnly)] = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(static day => (object)DateOnly.FromDayNumber(day)),
    };

    public static Gen<object?> Of(Type type, int depth = 0)
    {
        if (Leaves.TryGetValue(type, out var leaf))
            return OrNull(type, leaf);

        if (type.IsEnum)
            return Gen.Int[0, 4].Select(number => (object?)Enum.ToObject(type, number));

        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Gen.Bool.SelectMany(isNull => isNull ? Gen.Const((object?)null) : Of(underlying, depth));

        if (depth > 6)
            return Gen.Const(type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null);

        if (type is { IsInterface: true, Namespace: "Acme" })
        {
            // The cases of a union: those that are open are listed closed over int.
            var cases = type.Assembly.GetTypes().Where(each => each.GetInterfaces().Contains(type)).Select(static each => each.IsGenericTypeDefinition ? each.MakeGenericType(typeof(int)) : each).ToArray();
            return OrNull(type, Gen.Int[0, cases.Length - 1].SelectMany(which => Fields(cases[which], depth)));
        }

        if (ElementType(type) is { } element)
            return OrNull(type, Of(element, depth + 1).Array[0, 3].Select(items => Collection(type, element, items)));

        return OrNull(type, Fields(type, depth));
    }

    private static Gen<object> Fields(Type type, int depth)
    {
        var fields = new List<FieldInfo>();
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
            fields.AddRange(at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));

        return fields.Aggregate(
            Gen.Const(0).Select(_ => RuntimeHelpers.GetUninitializedObject(type)),
            (made, field) => made.Select(Of(field.FieldType, depth + 1), (instance, value) =>
            {
                field.SetValue(instance, value);
                return instance;
            }));
    }

    private static Type? ElementType(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();

        if (!type.IsGenericType || type.Namespace != "System.Collections.Generic" && type.GetGenericTypeDefinition() != typeof(ReadOnlyMemory<>) || type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            return null;

        var arguments = type.GetGenericArguments();
        return arguments.Length == 1 ? arguments[0] : typeof(KeyValuePair<,>).MakeGenericType(arguments);
    }

    private static object Collection(Type type, Type element, object?[] items)
    {
        var array = Array.CreateInstance(element, items.Length);
        for (var i = 0; i < items.Length; i++)
            array.SetValue(items[i], i);

        if (type.IsArray || type.IsInterface && type.GetGenericArguments().Length == 1)
            return array;

        if (type.GetGenericArguments().Length == 1)
            return Activator.CreateInstance(type, array)!;

        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        foreach (var item in array)
        {
            if (element.GetProperty("Key")!.GetValue(item) is { } key)
                dictionary[key] = element.GetProperty("Value")!.GetValue(item);
        }

        return dictionary;
    }

    private static Gen<object?> OrNull(Type type, Gen<object> values) =>
        type.IsValueType ? values.Select(static value => (object?)value) : Gen.Int[0, 7].SelectMany(number => number == 0 ? Gen.Const((object?)null) : values.Select(static value => (object?)value));

    private static object Boxed<T>(T value) => value!;
}
