package org.diestra.office.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bookshop keeps its stock list, its suppliers' terms and the texts of its window here. */
@Component
class FilesDemo implements DemoPart {
  private static final long SMALL = 100_000;
  private final Workspaces workspaces;
  private final Files files;
  private final Links links;
  private final Comments comments;
  private final Blobs blobs;
  private final Past past;

  FilesDemo(
      Workspaces workspaces, Files files, Links links, Comments comments, Blobs blobs, Past past) {
    this.workspaces = workspaces;
    this.files = files;
    this.links = links;
    this.comments = comments;
    this.blobs = blobs;
    this.past = past;
  }

  @Override
  public String name() {
    return "files:bookshop";
  }

  @Override
  public int order() {
    return 39;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.open(cast.business(Cast.CLIENT));
    var areas = Map.of(Area.FILES, Level.WORKING);
    var pass = new Pass(workspaces.get(room), cast.viewer(Cast.CLIENT), areas, List.of());
    var first = past.monday().plusDays(1).atTime(9, 30).toInstant(ZoneOffset.UTC);
    past.run(first, () -> begin(pass));
    var later = past.monday().plusDays(16).atTime(16, 5).toInstant(ZoneOffset.UTC);
    past.run(later, () -> goOn(pass));
    var accountant = new Pass(pass.workspace(), cast.viewer(Cast.ACCOUNTANT), areas, List.of());
    past.run(later.plus(Duration.ofHours(17)), () -> share(pass, accountant));
  }

  /** The window's texts go to the printer, and the accountant asks about the stock. */
  private void share(Pass pass, Pass accountant) {
    for (var entry : files.in(pass, null)) {
      if (entry.name().equals("Escaparate")) {
        links.make(pass, entry.key(), new LinkForm.Wanted("Imprenta Llorens", null, null, 20));
      } else if (!entry.collection()) {
        comments
            .say(accountant, entry.key(), "¿Están aquí también los ejemplares en depósito?")
            .orFail();
        comments
            .say(pass, entry.key(), "No, solo lo comprado. El depósito va aparte, en enero.")
            .orFail();
      }
    }
  }

  private void begin(Pass pass) {
    var suppliers = folder(pass, "Proveedores");
    put(
        pass,
        suppliers,
        "Condiciones de las distribuidoras.md",
        """
        # Condiciones de las distribuidoras

        - **Les Punxes**: 35 % de descuento, pago a 60 días, devolución durante doce meses.
        - **Azeta**: 33 %, pago a 30 días; portes gratis desde 150 €.
        - **UDL**: 30 %, solo pedidos por su web antes de las 12:00.
        """);
    var window = folder(pass, "Escaparate");
    put(
        pass,
        window,
        "Textos de otoño.txt",
        """
        Libros para leer cuando llueve.
        Tres novelas de mar, dos de montaña y una receta de buñuelos.
        """);
    put(pass, null, "Existencias.csv", STOCK);
  }

  private void goOn(Pass pass) {
    put(
        pass,
        null,
        "Existencias.csv",
        STOCK + "9788418342479;La península de las casas vacías;4\n");
  }

  private static final String STOCK =
      """
      ISBN;Título;Ejemplares
      9788437604947;La Regenta;3
      9788466333849;Nada;6
      9788433920775;Patria;2
      9788491050292;Platero y yo;8
      """;

  private EntryId folder(Pass pass, String name) {
    return files.makeFolder(pass, null, name).orFail().key();
  }

  private void put(Pass pass, @Nullable EntryId folder, String name, String text) {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var received = blobs.receiveAny(in, name, SMALL).orFail()) {
      files.put(pass, folder, name, received).orFail();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
