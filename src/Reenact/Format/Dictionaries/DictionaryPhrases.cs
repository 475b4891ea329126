namespace Reenact.Format;

/// <summary>
/// The phrases of the format's dictionary: what assistants, their users and their instructions say anywhere. None are taken from recordings. Never change this: recordings
/// need every byte of it.
/// </summary>
internal static class DictionaryPhrases
{
    public const string English =
        "You are a helpful assistant. You are an AI agent that helps users. You have access to the following tools. Use the tools provided to answer the user's" +
        " question. You must not make up any information. Do not make assumptions. Answer with a JSON object and nothing else. Think step by step. ## " +
        "Instructions\n" +
        "## Rules\n" +
        "### Example\n" +
        "- If the user asks for\n" +
        "- Do not\n" +
        "- You should\n" +
        "- You must\n" +
        "- Always\n" +
        "- Never\n" +
        "**Note**: \n" +
        "```python\n" +
        "```json\n" +
        "```bash\n" +
        "The current time is \n" +
        "The following is a list of \n" +
        "I'm sorry for the inconvenience. I apologize for the confusion. I'm sorry to hear that. I understand your concern. I understand that you would like to" +
        " Unfortunately, I'm unable to I don't have access to I couldn't find any It seems that there was an error It looks like there is an issue with There " +
        "was a problem with the Would you like me to try again? Would you like to proceed with this? Do you want me to Please let me know how you would like to" +
        " proceed. Please let me know if you have any questions. Please let me know if there's anything else you need. Let me know if you need any further " +
        "assistance. If you have any other questions or need further help, feel free to ask! Feel free to reach out. Is there anything else I can help you with" +
        " today? Is there anything else I can assist you with? How can I help you today? How can I assist you? You're welcome! Have a great day! Thank you for " +
        "your patience. Thank you for your understanding. Thank you for providing the information. Thank you so much for your help! That sounds great. That " +
        "works for me. That would be great, thank you. Yes, please go ahead. Yes, that's correct. Yes, I confirm. No, that's all. No, thank you. Sure, here it " +
        "is: Hi there! Hello! I need help with my I would like to I want to I'm looking for I was wondering if you could Can you please Could you please " +
        "provide Could you please confirm Could you let me know Can you tell me Please provide the following details: Please provide me with your To proceed, I" +
        " need To do this, I'll need the following information: Please confirm if you'd like to proceed with the Please confirm that you would like me to Here " +
        "are the details: Here are the available options: Here is a summary of Here's what I found: Here's the updated Based on the information provided, " +
        "According to the I have successfully has been successfully updated. has been successfully completed. has been processed. The total cost is The total " +
        "amount is in order to as well as such as so that because of due to the instead of at the same time one of the some of the most of the all of the out " +
        "of the each of the the number of the name of the the date of the status of the end of the id of the list of the type of the value of the result of the" +
        " reason for the details of your to your account from your account in your profile does not have is not available is not allowed are not eligible for " +
        "should be able to would have to needs to be can be used cannot be changed could not be found if you would like if you want if there are any before the" +
        " after the at least at most up to and the of the in the to the for the on the with the from the by the is the that the it is I will you can you have " +
        "you want you would this is there is we can I can I have I am I'm I'll I'd I've don't doesn't didn't can't won't isn't aren't couldn't wouldn't you're " +
        "you'd you'll you've it's that's there's here's what's let's \n" +
        "1. **\n" +
        "2. **\n" +
        "3. **\n" +
        "   - **\n" +
        "   - \n" +
        "- **\n" +
        ":** \n" +
        ", and \n" +
        ". The \n" +
        ". I \n" +
        ". If you \n" +
        ". Please \n" +
        ". Would you like \n" +
        ". You can \n" +
        " (\n" +
        "), \n" +
        "\n";
}
