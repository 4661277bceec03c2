package org.diestra.office.tables;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.fields.Manner;
import org.diestra.office.fields.Settings;
import org.diestra.office.fields.Settings.Choice;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** What a bookshop keeps in tables: who delivers, and what of their catalogues it may order. */
@Component
class TablesDemo implements DemoPart {
  private static final Manner MANNER = Manner.of(Locale.of("es"));
  private static final String SUPPLIERS =
      """
      Les Punxes Distribuidora|pedidos@lespunxes.example|35|15/01/2019|A12345674
      Azeta Distribuciones|comercial@azeta.example|33|03/09/2020|B12345674
      UDL Libros|tienda@udl.example|30|12/02/2021|
      Gaia Ilustrada|hola@gaia.example|40|08/05/2024|
      """;
  private static final String CATALOGUE =
      """
      9788433920423|Nubosidad variable|Carmen Martín Gaite|Les Punxes Distribuidora|19,90|Disponible
      9788420412146|Los santos inocentes|Miguel Delibes|Azeta Distribuciones|11,95|Disponible
      9788439732471|La plaza del Diamante|Mercè Rodoreda|Les Punxes Distribuidora|18,00|Bajo pedido
      9788426418197|Arroz y tartana|Vicente Blasco Ibáñez|Azeta Distribuciones|12,50|Bajo pedido
      9788498387087|Ronja, la hija del bandolero|Astrid Lindgren|UDL Libros|14,95|Disponible
      9788416542291|El bosque dentro de mí|Adolfo Serra|Gaia Ilustrada|16,50|Disponible
      9788494773716|Cocina de huerta|María José Martínez|Gaia Ilustrada|24,00|Agotado
      9788433976093|Temporada de huracanes|Fernanda Melchor|Les Punxes Distribuidora|17,90|Disponible
      9788420674209|Poeta en Nueva York|Federico García Lorca|Azeta Distribuciones|10,95|Disponible
      9788417059651|El infinito en un junco|Irene Vallejo|UDL Libros|24,95|Disponible
      9788466345347|Patria|Fernando Aramburu|UDL Libros|12,95|Disponible
      9788478889839|Momo|Michael Ende|Azeta Distribuciones|13,95|Agotado
      """;

  private final Workspaces workspaces;
  private final Tables tables;
  private final Rows rows;
  private final Reading reading;
  private final Views views;
  private final Past past;

  TablesDemo(
      Workspaces workspaces, Tables tables, Rows rows, Reading reading, Views views, Past past) {
    this.workspaces = workspaces;
    this.tables = tables;
    this.rows = rows;
    this.reading = reading;
    this.views = views;
    this.past = past;
  }

  @Override
  public String name() {
    return "tables:bookshop";
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    var pass = Pass.whole(room, cast.viewer(Cast.CLIENT));
    past.run(
        past.monday().plusDays(9).atTime(10, 20).toInstant(ZoneOffset.UTC),
        () -> {
          var suppliers = suppliers(pass);
          catalogue(pass, suppliers.id().value());
        });
  }

  private Table suppliers(Pass pass) {
    var spain = new Settings(2, "EUR", "ES", List.of(), null);
    var fresh =
        new NewTable(
            "Distribuidoras",
            "A quién compramos, con qué descuento y desde cuándo.",
            List.of(
                field("Nombre", FieldKind.TEXT, Settings.NONE),
                field("Correo", FieldKind.EMAIL, Settings.NONE),
                field("Descuento %", FieldKind.NUMBER, Settings.NONE),
                field("Desde", FieldKind.DATE, Settings.NONE),
                field("NIF", FieldKind.TAX_ID, spain)));
    return filled(pass, fresh, SUPPLIERS);
  }

  private void catalogue(Pass pass, UUID suppliers) {
    var states =
        List.of(
            new Choice(Choice.id(1), "Disponible", false),
            new Choice(Choice.id(2), "Bajo pedido", false),
            new Choice(Choice.id(3), "Agotado", false));
    var fresh =
        new NewTable(
            "Catálogo de proveedores",
            "Lo que podemos pedir, a qué precio y a quién.",
            List.of(
                field("ISBN", FieldKind.TEXT, Settings.NONE),
                field("Título", FieldKind.TEXT, Settings.NONE),
                field("Autora o autor", FieldKind.TEXT, Settings.NONE),
                field(
                    "Distribuidora",
                    FieldKind.LINK,
                    new Settings(2, "EUR", "", List.of(), suppliers)),
                field("Precio", FieldKind.MONEY, Settings.NONE),
                field("Estado", FieldKind.CHOICE, new Settings(2, "EUR", "", states, null))));
    var table = filled(pass, fresh, CATALOGUE);
    views.keep(pass, table, "Por estado", "by=6&group=true", false).orFail();
  }

  private static Field field(String name, FieldKind kind, Settings settings) {
    return FieldForm.field(name, kind, false, settings);
  }

  private Table filled(Pass pass, NewTable fresh, String text) {
    var table = tables.open(pass, fresh).orFail();
    var typed = text.lines().map(TablesDemo::cells).toList();
    var read = reading.read(table, typed, MANNER);
    read.forEach(row ->
        row.faults()
            .values()
            .forEach(why -> {
              throw new IllegalStateException("the demo's own rows have a fault: " + why);
            }));
    rows.add(table, read.stream().map(Reading.Read::values).toList(), pass.viewer().id(), null)
        .orFail();
    return table;
  }

  private static Map<Integer, String> cells(String line) {
    var cells = new TreeMap<Integer, String>();
    var parts = line.split("\\|", -1);
    for (int i = 0; i < parts.length; i++) {
      cells.put(i + 1, parts[i]);
    }
    return cells;
  }
}
