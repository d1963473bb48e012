package org.motherlode.whole;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.motherlode.ejb.chain.toy.ToyChains;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.wire.Dialect;
import org.motherlode.stratum.dialect.toy.ToyDialect;
import org.motherlode.stratum.dialect.toy.ToySha256;

/** The EAR as it ships, with the toy chain's package in {@code ejb.jar} and its wire and hash as one jar in the RAR. */
final class ToyEar {
    private static final String BEANS = "ejb.jar";
    private static final String ADAPTER = "motherlode-ra.rar";

    private ToyEar() {}

    /** Writes it into the folder under the name that the server's configuration knows. */
    static Path from(Path shipped, Path folder) {
        Archive<?> ear = ShrinkWrap.createFromZipFile(JavaArchive.class, shipped.toFile());
        replace(ear, BEANS, inner(ear, BEANS).addPackage(ToyChains.class.getPackage()));
        JavaArchive wire = ShrinkWrap.create(JavaArchive.class, "toy.jar")
                .addPackage(ToyDialect.class.getPackage())
                .addAsServiceProvider(Dialect.class, ToyDialect.class)
                .addAsServiceProvider(PowHasherProvider.class, ToySha256.class);
        JavaArchive adapter = inner(ear, ADAPTER);
        adapter.add(bytes(wire), wire.getName());
        replace(ear, ADAPTER, adapter);
        Path target = folder.resolve("motherlode.ear");
        ear.as(ZipExporter.class).exportTo(target.toFile());
        return target;
    }

    private static JavaArchive inner(Archive<?> ear, String name) {
        return ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(ear.get(name).getAsset().openStream())
                .as(JavaArchive.class);
    }

    private static void replace(Archive<?> ear, String name, Archive<?> by) {
        ear.delete(name);
        ear.add(bytes(by), name);
    }

    private static ByteArrayAsset bytes(Archive<?> archive) {
        return new ByteArrayAsset(archive.as(ZipExporter.class).exportAsInputStream());
    }
}
