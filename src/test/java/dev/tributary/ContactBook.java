package dev.tributary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook with one contact, as an office writes it. */
record ContactBook(Path file) {

    static ContactBook at(Path file) {
        return new ContactBook(file);
    }

    void with(String id, String name, String email) throws IOException {
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Row header = workbook.createSheet("Contacts").createRow(0);
            Row contact = workbook.getSheet("Contacts").createRow(1);
            header.createCell(0).setCellValue("Contact ID");
            header.createCell(1).setCellValue("Full name");
            header.createCell(2).setCellValue("E-mail address");
            contact.createCell(0).setCellValue(id);
            contact.createCell(1).setCellValue(name);
            contact.createCell(2).setCellValue(email);
            workbook.write(out);
        }
    }
}
