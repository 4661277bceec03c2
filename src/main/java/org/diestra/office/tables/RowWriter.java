package org.diestra.office.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.platform.base.Csv;
import org.diestra.platform.base.Ids;
import org.diestra.platform.sheets.XlsxWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of a table in the language of another program. */
interface RowWriter {
  void begin(Table table) throws IOException;

  /**
   * @param names of the rows to which it leads
   */
  void row(TableRow row, Map<UUID, String> names) throws IOException;

  void end() throws IOException;

  /** What a cell holds, in every language alike. */
  static String plain(Field field, String value, Map<UUID, String> names) {
    return field.kind() == FieldKind.LINK
        ? Ids.read(value).map(id -> names.getOrDefault(id, "")).orElse("")
        : field.plain(value);
  }

  static boolean number(Field field) {
    return field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.MONEY;
  }

  /** For a spreadsheet: a heading and a line for each row, none of whose cells is a formula. */
  static RowWriter csv(Writer out) {
    return new RowWriter() {
      private List<Field> fields = List.of();

      @Override
      public void begin(Table table) throws IOException {
        fields = table.fields();
        out.write(Csv.MARK);
        out.write(Csv.row(fields.stream().map(f -> (Object) f.name()).toArray()));
      }

      @Override
      public void row(TableRow row, Map<UUID, String> names) throws IOException {
        out.write(Csv.row(fields.stream().map(f -> cell(f, row, names)).toArray()));
      }

      private Object cell(Field field, TableRow row, Map<UUID, String> names) {
        var value = plain(field, row.cell(field.number()), names);
        return number(field) && !value.isEmpty() ? new BigDecimal(value) : value;
      }

      @Override
      public void end() {
        // a spreadsheet has no end
      }
    };
  }

  /**
   * An array of objects, each with the names of its fields; numbers are numbers; what is empty is
   * null.
   */
  static RowWriter json(Writer out, JsonMapper mapper) {
    return new RowWriter() {
      private final JsonGenerator json = mapper.createGenerator(out);
      private List<Field> fields = List.of();

      @Override
      public void begin(Table table) {
        fields = table.fields();
        json.writeStartArray();
      }

      @Override
      public void row(TableRow row, Map<UUID, String> names) {
        json.writeStartObject();
        json.writeStringProperty("_id", row.id().toString());
        for (var field : fields) {
          var value = plain(field, row.cell(field.number()), names);
          json.writeName(field.name());
          if (value.isEmpty()) {
            json.writeNull();
          } else if (number(field)) {
            json.writeNumber(new BigDecimal(value));
          } else {
            json.writeString(value);
          }
        }
        json.writeEndObject();
      }

      @Override
      public void end() {
        json.writeEndArray();
        json.flush();
      }
    };
  }

  /** For a spreadsheet, with numbers and days as such. */
  static RowWriter xlsx(OutputStream to) throws IOException {
    var out = new XlsxWriter(to);
    return new RowWriter() {
      private List<Field> fields = List.of();

      @Override
      public void begin(Table table) throws IOException {
        fields = table.fields();
        out.heading(fields.stream().map(Field::name).toList());
      }

      @Override
      public void row(TableRow row, Map<UUID, String> names) throws IOException {
        out.row(fields.stream().map(f -> cell(f, row, names)).toList());
      }

      private Object cell(Field field, TableRow row, Map<UUID, String> names) {
        var value = plain(field, row.cell(field.number()), names);
        if (value.isEmpty()) {
          return value;
        }
        return number(field)
            ? new BigDecimal(value)
            : field.kind() == FieldKind.DATE ? LocalDate.parse(value) : value;
      }

      @Override
      public void end() throws IOException {
        out.close();
      }
    };
  }
}
