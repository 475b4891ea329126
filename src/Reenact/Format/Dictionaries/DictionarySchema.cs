namespace Reenact.Format;

/// <summary>JSON Schema as generators write it, for the format's dictionary. Never change this: recordings need every byte of it.</summary>
internal static class DictionarySchema
{
    public const string Json =
        """{"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"#/$defs/","$defs":{},"title":"","anyOf":[{"type":"null"}],"oneOf":[],"allOf":[],"const":"","de""" +
        """fault":null,"minimum":0,"maximum":100,"minLength":1,"maxLength":255,"minItems":1,"maxItems":10,"uniqueItems":true,"pattern":"^[A-Z]{3}$","nullable":true,"forma""" +
        """t":"date-time","format":"email","format":"uri","format":"uuid","additionalProperties":{"type":"string"},"examples":[],"deprecated":false,"readOnly":true,"typ""" +
        """e":["string","null"],"default":null},"type":["integer","null"],"default":null},{"type":"object","properties":{"items":{"description":"The list of items.","typ""" +
        """e":"array","items":{"type":"object","properties":{"name":{"description":"The name of the item.","type":"string"},"id":{"description":"The id of the item, such a""" +
        """s '123'.","type":"string"},"count":{"description":"The number of items.","type":"integer"},"amount":{"description":"The amount.","type":"number"},"enabled":{"de""" +
        """scription":"Whether it is enabled.","type":"boolean"},"kind":{"type":"string","enum":["no","yes"]},"date":{"description":"The date, in the format YYYY-MM-DD, su""" +
        """ch as '2024-01-01'.","type":"string","format":"date"}},"required":["name","id"]}},"query":{"description":"The text to search for.","type":"string"},"path":{"des""" +
        """cription":"The path of the file.","type":"string"}},"required":["query"]},"additionalProperties":false,"strict":true}}},"required":["id","name"],"additionalProp""" +
        """erties":false}{"type":"object","properties":{}}""";
}
