/** Needs the library, and data frames to read its tables. */
module org.example.gap {
  requires dflib;
  requires dflib.csv;
  requires org.fundinggap;
}
