package io.litigation.server.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that nobody but its owner may read, written as a whole or not at all. */
record OwnersFile(Path path) {

    private static final String RIGHTS = "rw-------";

    /** Where this file's new contents are written before they take its place. */
    OwnersFile successor() {
        return new OwnersFile(path.resolveSibling(path.getFileName() + ".new"));
    }

    /** Whether it may be read by anybody on this machine, whoever made it so. */
    boolean isOpenToAll() throws IOException {
        return isPosix() && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
    }

    /** Makes the file, empty; of several who do, one succeeds. */
    void create() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.createFile(path, rights());
    }

    /** What is in the file is on the disk when this returns. */
    void fill(String text) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        forceFolder();
    }

    void remove() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Takes another file's place, with its owner: a gateway that runs as that one must still be able to read it. */
    void replace(OwnersFile old) throws IOException {
        if (!Files.getOwner(path).equals(Files.getOwner(old.path))) {
            Files.setOwner(path, Files.getOwner(old.path));
        }
        Files.move(path, old.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        old.forceFolder();
    }

    /**
     * A name is on the disk only when its folder is: keys that a database was written with must not be gone after a power
     * failure.
     */
    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && isPosix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] rights() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(RIGHTS))}
                : new FileAttribute<?>[0];
    }
}
