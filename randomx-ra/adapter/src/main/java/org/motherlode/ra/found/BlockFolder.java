package org.motherlode.ra.found;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.ra.disk.DurableFile;

/** A node's folder of found blocks, a file for each. Safe for any thread. */
public final class BlockFolder {
    private static final Logger LOG = Logger.getLogger(BlockFolder.class);
    private static final String ENDING = ".block";
    /** Such a file is never looked at again, and never deleted. */
    private static final String UNREADABLE = ".unreadable";

    private final Path folder;

    /** Two nodes that share a folder for their files keep apart here too. */
    public BlockFolder(Path folder, int node) {
        this.folder = folder.resolve("blocks-" + node);
    }

    /** Returns when the block is on disk. */
    public void keep(FoundBlock block) throws IOException {
        DurableFile.write(file(block), BlockText.write(block));
    }

    /** The block is safe elsewhere. If a crash brings the file back, it is delivered once more, which does no harm. */
    public void release(FoundBlock block) {
        try {
            Files.deleteIfExists(file(block));
        } catch (IOException e) {
            LOG.warnf("%s cannot be deleted and will be delivered again: %s", file(block), e.toString());
        }
    }

    /** Whether the block is still kept. */
    public boolean keeps(FoundBlock block) {
        return Files.exists(file(block));
    }

    /** Where the block is, or would be. */
    public Path file(FoundBlock block) {
        ShareNumber number = block.watermark();
        return folder.resolve(block.pool() + "-" + number.epoch() + "-" + number.sequence() + ENDING);
    }

    /** So many kept blocks at most. One that cannot be read is put aside by another name and logged. */
    public List<FoundBlock> kept(int most) throws IOException {
        List<FoundBlock> blocks = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path file : files) {
                    if (blocks.size() == most) {
                        break;
                    }
                    read(file, blocks);
                }
            }
        }
        return blocks;
    }

    private static void read(Path file, List<FoundBlock> to) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            LOG.debugf("%s was delivered in the meantime", file);
            return;
        } catch (IOException e) {
            // Says nothing about the block: too many open files, or a disk in trouble. The next look tries it again.
            LOG.errorf("the found block in %s cannot be read now: %s", file, e.toString());
            return;
        }
        try {
            to.add(BlockText.read(text(bytes)));
        } catch (IOException e) {
            Path aside = file.resolveSibling(file.getFileName() + UNREADABLE);
            LOG.errorf("the found block in %s cannot be delivered, it %s", aside, e.getMessage());
            Files.move(file, aside);
        }
    }

    private static String text(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("is no text in UTF-8", e);
        }
    }
}
