#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace Msn {
class Address;
}

namespace App {

/// What some of the invented people look like, PNG; empty for the others. By the part before the @.
QByteArray samplePicture(const Msn::Address &address);
QImage samplePictureImage(const Msn::Address &address);
/// A folder as ContactPictures keeps it, with the pictures of the sample list. Stays as long as the program.
QString samplePictureCache();

} // namespace App
