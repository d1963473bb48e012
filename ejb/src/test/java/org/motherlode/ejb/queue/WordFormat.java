package org.motherlode.ejb.queue;

/** A message that is one word. */
final class WordFormat implements MessageFormat<String> {
    private static final MessageReader.Header HEADER = new MessageReader.Header("word", 0x776f7264, 1);

    @Override
    public byte[] write(String word) {
        MessageWriter out = HEADER.writer();
        out.text(word);
        return out.toBytes();
    }

    @Override
    public String read(byte[] bytes) throws UnreadableMessageException {
        return MessageReader.read(bytes, HEADER, MessageReader::text);
    }
}
